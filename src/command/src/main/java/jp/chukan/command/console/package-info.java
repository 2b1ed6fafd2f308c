/**
 * Scripted staff: persons who work in the console of the gateway through its own pages, as a
 * browser would.
 */
@NullMarked
package jp.chukan.command.console;

import org.jspecify.annotations.NullMarked;
