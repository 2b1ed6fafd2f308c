/**
 * 「コンビニ交付」: what キオスク端末, 証明書発行サーバ and 既存住基システム say to each other about a certificate. Neither 個人番号
 * nor 住民票コード is ever in it (T:361, T:843).
 */
@NullMarked
package jp.chukan.mocknetwork.certificate;

import org.jspecify.annotations.NullMarked;
