/** Samples for the tests, and the rules of the house. */
@NullMarked
package jp.chukan.contract;

import org.jspecify.annotations.NullMarked;
