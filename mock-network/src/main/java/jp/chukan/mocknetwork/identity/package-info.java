/**
 * 「本人確認情報」: what 市町村CS, 都道府県サーバ and 全国サーバ keep of a person, and the checks that all three make
 * before they take a change.
 */
@NullMarked
package jp.chukan.mocknetwork.identity;

import org.jspecify.annotations.NullMarked;
