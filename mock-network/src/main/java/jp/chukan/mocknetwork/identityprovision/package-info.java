/**
 * Who asks for 「本人確認情報」, what is given, and the record of it: the same at 市町村CS, 都道府県サーバ and 全国サーバ.
 */
@NullMarked
package jp.chukan.mocknetwork.identityprovision;

import org.jspecify.annotations.NullMarked;
