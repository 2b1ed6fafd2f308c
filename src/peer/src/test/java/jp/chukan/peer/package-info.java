/** The peer of the benchmark does what it says: nothing is faked on either side. */
@NullMarked
package jp.chukan.peer;

import org.jspecify.annotations.NullMarked;
