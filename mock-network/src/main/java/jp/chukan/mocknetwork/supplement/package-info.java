/**
 * 「附票本人確認情報」: what 附票都道府県サーバ and 附票全国サーバ keep of a person, the checks before they take a change,
 * and the messages about it. A 個人番号 is never among it (G:298, G:420).
 */
@NullMarked
package jp.chukan.mocknetwork.supplement;

import org.jspecify.annotations.NullMarked;
