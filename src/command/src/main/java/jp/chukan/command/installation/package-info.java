/**
 * A whole installation on one machine: PostgreSQL, gateway and mock network, started and stopped in
 * order. {@link jp.chukan.command.installation.Installation} is the front door.
 */
@NullMarked
package jp.chukan.command.installation;

import org.jspecify.annotations.NullMarked;
