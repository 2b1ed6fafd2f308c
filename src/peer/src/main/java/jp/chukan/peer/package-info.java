/**
 * What the benchmark of 「情報提供」 is compared with: the AS4 stack phase4, whole and set up as its
 * documentation recommends, both parties in one process.
 */
@NullMarked
package jp.chukan.peer;

import org.jspecify.annotations.NullMarked;
