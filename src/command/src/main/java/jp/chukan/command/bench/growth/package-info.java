/** Draws how cost grows with size, from what the benchmarks wrote. */
@NullMarked
package jp.chukan.command.bench.growth;

import org.jspecify.annotations.NullMarked;
