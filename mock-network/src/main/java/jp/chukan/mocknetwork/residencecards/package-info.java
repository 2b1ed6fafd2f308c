/** 「在留カード等発行システム」 of 法務省: the cards of foreign residents, and who tells whom when one changes. */
@NullMarked
package jp.chukan.mocknetwork.residencecards;

import org.jspecify.annotations.NullMarked;
