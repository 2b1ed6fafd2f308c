/** The keys of the gateway at the operator's terminal. */
@NullMarked
package jp.chukan.command.keys;

import org.jspecify.annotations.NullMarked;
