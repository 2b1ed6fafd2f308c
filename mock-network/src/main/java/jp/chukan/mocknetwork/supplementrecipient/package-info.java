/**
 * 「他の執行機関」 of a prefecture, to which 附票本人確認情報 is provided, with the 個人番号 where the law allows it.
 */
@NullMarked
package jp.chukan.mocknetwork.supplementrecipient;

import org.jspecify.annotations.NullMarked;
