/** Keys, TLS on both sides, and the ports. */
@NullMarked
package jp.chukan.mocknetwork.connection;

import org.jspecify.annotations.NullMarked;
