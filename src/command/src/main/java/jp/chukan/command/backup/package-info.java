/** Backups of a whole installation, and the way back. */
@NullMarked
package jp.chukan.command.backup;

import org.jspecify.annotations.NullMarked;
