/** Tells staff by mail that something waits for them; nothing of the cases themselves (MU-11). */
@NullMarked
package jp.chukan.gateway.notice;

import org.jspecify.annotations.NullMarked;
