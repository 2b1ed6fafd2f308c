/**
 * 「副本」 by hand: what people at the terminal enter, two others check and yet another approves before
 * it takes effect (MS-54, MS-55, JN-38, MU-13).
 */
@NullMarked
package jp.chukan.gateway.correction;

import org.jspecify.annotations.NullMarked;
