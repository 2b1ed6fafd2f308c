/** What all benchmarks share: the installation, readings of it, floors, the report. */
@NullMarked
package jp.chukan.command.bench.measuring;

import org.jspecify.annotations.NullMarked;
