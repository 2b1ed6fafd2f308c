/** The code systems of the field as value types: a value that exists has the right form. */
@NullMarked
package jp.chukan.contract.code;

import org.jspecify.annotations.NullMarked;
