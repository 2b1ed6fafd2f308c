/**
 * 「証明書発行サーバ」 of a municipality: makes certificates for キオスク端末 of what the 既存住基システム answers (T:361).
 */
@NullMarked
package jp.chukan.mocknetwork.certificateserver;

import org.jspecify.annotations.NullMarked;
