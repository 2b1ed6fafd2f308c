/** 「都道府県サーバ」: 都道府県知事保存本人確認情報, and whom a prefecture provides with it (G:51). */
@NullMarked
package jp.chukan.mocknetwork.prefecturalserver;

import org.jspecify.annotations.NullMarked;
