/** The messages between the parties, as records that only well-formed input can fill. */
@NullMarked
package jp.chukan.contract.message;

import org.jspecify.annotations.NullMarked;
