/** 「情報提供等記録」 of several parties, read and compared; the demo and the benchmarks use it. */
@NullMarked
package jp.chukan.command.records;

import org.jspecify.annotations.NullMarked;
