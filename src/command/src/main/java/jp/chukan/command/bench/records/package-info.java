/** What is recorded: the cost of sealing, search, and verification without a server. */
@NullMarked
package jp.chukan.command.bench.records;

import org.jspecify.annotations.NullMarked;
