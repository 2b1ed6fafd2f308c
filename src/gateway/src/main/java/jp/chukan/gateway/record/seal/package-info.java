/**
 * The tree over everything that is kept as evidence: sealed with signed heads, proved record by
 * record, taken out for auditors (RFC 9162).
 */
@NamedInterface("seal")
@NullMarked
package jp.chukan.gateway.record.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
