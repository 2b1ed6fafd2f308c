/** Registration of 「副本」 through the real door. */
@NullMarked
package jp.chukan.command.bench.registration;

import org.jspecify.annotations.NullMarked;
