/**
 * 「サービス検索・電子申請機能」: where a citizen finds a procedure, applies with the 個人番号カード, and sees how far
 * the application is.
 */
@NullMarked
package jp.chukan.mocknetwork.electronicapplication;

import org.jspecify.annotations.NullMarked;
