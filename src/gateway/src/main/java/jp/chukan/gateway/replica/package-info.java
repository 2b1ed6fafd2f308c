/**
 * 「情報提供データベース管理」: the 「副本」 that answers are made of, held against the 「データ標準レイアウト」 at the door and
 * stored encrypted, one institution apart from the other.
 */
@NullMarked
package jp.chukan.gateway.replica;

import org.jspecify.annotations.NullMarked;
