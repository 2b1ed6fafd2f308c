/** {@code demo --day}: one day of the country beside the server, and every copy at its end. */
@NullMarked
package jp.chukan.command.day;

import org.jspecify.annotations.NullMarked;
