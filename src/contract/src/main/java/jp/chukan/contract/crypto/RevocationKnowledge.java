package jp.chukan.contract.crypto;

import java.security.cert.X509Certificate;

/** What this side knows of the 「失効」 of certificates (RFC 5280, RFC 6960). */
@FunctionalInterface
public interface RevocationKnowledge {

  /**
   * @param certificate whose signature by the authority is proved
   * @param authority who issued it
   */
  RevocationState of(X509Certificate certificate, X509Certificate authority);

  /**
   * Of who asks nobody: for proofs that are checked long after, away from any network. Whoever
   * takes a message from a peer by this accepts what its authority has revoked.
   */
  static RevocationKnowledge notAsked() {
    return (certificate, authority) -> new RevocationState.Good();
  }
}
