/** What a business system may register as 「副本」. */
@NullMarked
package jp.chukan.mocknetwork.replica;

import org.jspecify.annotations.NullMarked;
