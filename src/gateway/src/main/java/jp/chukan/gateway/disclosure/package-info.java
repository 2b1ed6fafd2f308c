/**
 * 「開示」: the door for the 「情報提供等記録開示システム」, which asks in the name of a person, and the person's
 * 「情報提供等記録」. A package beside {@code record} and not in it: it logs operations, and the log is kept
 * by means of {@code record}.
 */
@NullMarked
package jp.chukan.gateway.disclosure;

import org.jspecify.annotations.NullMarked;
