/** The 「機関マスタ」 at the operator's terminal: taken in, looked at, put in force. */
@NullMarked
package jp.chukan.command.institutions;

import org.jspecify.annotations.NullMarked;
