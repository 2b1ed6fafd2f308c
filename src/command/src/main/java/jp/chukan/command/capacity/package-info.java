/** What the whole country would need, derived from measured costs and stated assumptions. */
@NullMarked
package jp.chukan.command.capacity;

import org.jspecify.annotations.NullMarked;
