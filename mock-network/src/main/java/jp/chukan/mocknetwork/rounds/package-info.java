/** Work that lies in the database and is done round by round, so that a restart loses none. */
@NullMarked
package jp.chukan.mocknetwork.rounds;

import org.jspecify.annotations.NullMarked;
