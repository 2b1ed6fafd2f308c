/**
 * 「データ標準レイアウト」: which items a 「特定個人情報」 may hold, as data in files. What is registered, provided and
 * received is held against the same layouts.
 */
@NullMarked
package jp.chukan.gateway.layout;

import org.jspecify.annotations.NullMarked;
