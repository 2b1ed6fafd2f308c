/** 「税務システム」: knows the residents as it is told, and is the source of 「地方税関係情報」. */
@NullMarked
package jp.chukan.mocknetwork.tax;

import org.jspecify.annotations.NullMarked;
