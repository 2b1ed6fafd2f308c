/** Counts of days that are over, which stay when their records go. */
@NullMarked
package jp.chukan.gateway.record.statistics;

import org.jspecify.annotations.NullMarked;
