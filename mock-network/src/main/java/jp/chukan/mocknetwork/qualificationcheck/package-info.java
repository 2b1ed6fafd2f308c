/**
 * 「オンライン資格確認等システム」: tells whether a card of the health insurance is good, and what it says. No type
 * here has a place for a 個人番号.
 */
@NullMarked
package jp.chukan.mocknetwork.qualificationcheck;

import org.jspecify.annotations.NullMarked;
