/**
 * Evidence that shows tampering: a Merkle tree (RFC 9162) over whatever is kept, its signed heads,
 * proofs that something stands in it, and the file in which an auditor takes all of it home.
 */
@NullMarked
package jp.chukan.contract.evidence;

import org.jspecify.annotations.NullMarked;
