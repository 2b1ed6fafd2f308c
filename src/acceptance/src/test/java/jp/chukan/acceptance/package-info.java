/** Black-box runs of the whole, through the doors that its users have. */
@NullMarked
package jp.chukan.acceptance;

import org.jspecify.annotations.NullMarked;
