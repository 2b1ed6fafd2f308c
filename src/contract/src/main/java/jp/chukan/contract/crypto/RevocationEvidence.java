package jp.chukan.contract.crypto;

import java.time.Instant;

/** What an authority says of revocation, with its signature proved. */
public sealed interface RevocationEvidence permits VerifiedRevocationList, VerifiedStatus {

  /** When it was true (thisUpdate). */
  Instant madeAt();

  /** When the next is promised (nextUpdate). */
  Instant nextAt();

  /** As it was signed; a copy. */
  byte[] encoded();
}
