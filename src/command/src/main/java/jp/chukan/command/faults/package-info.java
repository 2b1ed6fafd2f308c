/**
 * Keeps 「提供要求」 coming while parts of an installation die, and then proves that nothing was lost or
 * doubled.
 */
@NullMarked
package jp.chukan.command.faults;

import org.jspecify.annotations.NullMarked;
