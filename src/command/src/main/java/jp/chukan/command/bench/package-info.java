/** What {@code ./chukan bench} measures, each beside the floor of the same machine. */
@NullMarked
package jp.chukan.command.bench;

import org.jspecify.annotations.NullMarked;
