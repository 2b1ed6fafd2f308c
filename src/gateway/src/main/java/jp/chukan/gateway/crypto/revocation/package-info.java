/** What this installation knows of 「失効」: fetched, proved, kept and asked (RFC 5280, RFC 6960). */
@NamedInterface("revocation")
@NullMarked
package jp.chukan.gateway.crypto.revocation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
