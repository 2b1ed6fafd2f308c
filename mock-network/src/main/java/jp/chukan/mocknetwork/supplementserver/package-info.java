/**
 * 「附票都道府県サーバ」 and 「附票全国サーバ」, with the doors of 「市町村CS」 for 附票: they keep 附票本人確認情報, provide it to
 * other bodies, and pull a 個人番号 for one answer at most.
 */
@NullMarked
package jp.chukan.mocknetwork.supplementserver;

import org.jspecify.annotations.NullMarked;
