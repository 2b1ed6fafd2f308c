/** What tests of several packages and modules stand on. */
@NullMarked
package jp.chukan.contract.testing;

import org.jspecify.annotations.NullMarked;
