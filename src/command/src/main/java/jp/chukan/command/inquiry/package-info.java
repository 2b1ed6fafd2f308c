/**
 * Files of 「情報照会」 that are made up, with what must come of each line; the demo, the benchmark and
 * the acceptance tests hand them in.
 */
@NullMarked
package jp.chukan.command.inquiry;

import org.jspecify.annotations.NullMarked;
