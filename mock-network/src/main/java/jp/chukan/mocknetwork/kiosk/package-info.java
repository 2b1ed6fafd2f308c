/**
 * 「キオスク端末」 of コンビニ交付: checks card and PIN, shows the fee, and hands the certificate out (T:361,
 * T:843).
 */
@NullMarked
package jp.chukan.mocknetwork.kiosk;

import org.jspecify.annotations.NullMarked;
