/**
 * What a caller may cost before it is refused: from which networks it comes, how often and how many
 * at once it asks, how slowly it speaks, and how much may wait for an institution. Each institution
 * has its own, so that one at its limit leaves the others alone.
 */
@NullMarked
package jp.chukan.gateway.limit;

import org.jspecify.annotations.NullMarked;
