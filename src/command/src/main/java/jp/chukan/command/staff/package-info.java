/** What the operator does for the staff of an institution. */
@NullMarked
package jp.chukan.command.staff;

import org.jspecify.annotations.NullMarked;
