/** The Java side of {@code ./chukan}: the only part that prints to a terminal. */
@NullMarked
package jp.chukan.command;

import org.jspecify.annotations.NullMarked;
