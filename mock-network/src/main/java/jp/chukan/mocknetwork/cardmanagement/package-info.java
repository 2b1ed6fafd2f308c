/** 「個人番号カード管理」: what 市町村CS and 個人番号カード管理システム know of cards, and notices for making them. */
@NullMarked
package jp.chukan.mocknetwork.cardmanagement;

import org.jspecify.annotations.NullMarked;
