/**
 * A whole country for tests: real database, real TLS, and a stand-in for the intermediate server.
 */
@NullMarked
package jp.chukan.mocknetwork.testing;

import org.jspecify.annotations.NullMarked;
