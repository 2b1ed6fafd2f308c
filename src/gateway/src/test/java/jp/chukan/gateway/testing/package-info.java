/** The real parts that the tests of the server run on: PostgreSQL, the broker, TLS, keys. */
@NullMarked
package jp.chukan.gateway.testing;

import org.jspecify.annotations.NullMarked;
