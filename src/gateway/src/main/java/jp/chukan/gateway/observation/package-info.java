/**
 * 「監視」: measures and traces of the running server. Nothing in them is of a person, an exchange or a
 * member of staff.
 */
@NullMarked
package jp.chukan.gateway.observation;

import org.jspecify.annotations.NullMarked;
