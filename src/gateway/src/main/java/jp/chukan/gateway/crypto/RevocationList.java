package jp.chukan.gateway.crypto;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 「失効リスト」 (CRL, RFC 5280) that this installation was given. */
public sealed interface RevocationList {

  /** It is not there, is no such list, or no authority that is trusted here has signed it. */
  record Unusable() implements RevocationList {}

  /**
   * Signed by an authority that is trusted here.
   *
   * @param issuer name of the authority (RFC 2253)
   * @param from when it was made
   * @param next when the next was promised, null when none was
   * @param revoked serial numbers, hexadecimal
   */
  record Signed(String issuer, Instant from, @Nullable Instant next, Set<String> revoked)
      implements RevocationList {

    public Signed {
      revoked = Set.copyOf(revoked);
    }

    /** Whether a newer one should be there by now. */
    public boolean isOld(Instant now) {
      return next == null || !now.isBefore(next);
    }

    /** Whether it says that this certificate is no longer to be trusted. */
    public boolean revokes(CertificateFacts certificate) {
      return certificate.issuer().equals(issuer) && revoked.contains(certificate.serial());
    }
  }
}
