/** 「情報提供等記録」 and the log of communications: append-only, written with the deed. */
@NullMarked
package jp.chukan.gateway.record;

import org.jspecify.annotations.NullMarked;
