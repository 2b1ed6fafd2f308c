/** 「情報提供」 for hours: whether what the server holds stays what it was. */
@NullMarked
package jp.chukan.command.bench.soak;

import org.jspecify.annotations.NullMarked;
