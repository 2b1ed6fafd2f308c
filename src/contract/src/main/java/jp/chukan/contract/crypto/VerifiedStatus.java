package jp.chukan.contract.crypto;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an authority says of one certificate (OCSP, RFC 6960); {@link StatusQuestion} makes them.
 */
public final class VerifiedStatus implements RevocationEvidence {
  private final BigInteger serial;
  private final @Nullable Instant revokedSince;
  private final Instant madeAt;
  private final Instant nextAt;
  private final @Nullable BigInteger responder;
  private final byte[] encoded;

  VerifiedStatus(
      BigInteger serial,
      @Nullable Instant revokedSince,
      Instant madeAt,
      Instant nextAt,
      @Nullable BigInteger responder,
      byte[] encoded) {
    this.serial = serial;
    this.revokedSince = revokedSince;
    this.madeAt = madeAt;
    this.nextAt = nextAt;
    this.responder = responder;
    this.encoded = encoded.clone();
  }

  /** Of which certificate of the authority. */
  public BigInteger serial() {
    return serial;
  }

  /** Since when it is revoked, or empty when it is not. */
  public Optional<Instant> revokedSince() {
    return Optional.ofNullable(revokedSince);
  }

  /** Serial number of the certificate that signed; empty when the authority itself did. */
  public Optional<BigInteger> responder() {
    return Optional.ofNullable(responder);
  }

  @Override
  public Instant madeAt() {
    return madeAt;
  }

  @Override
  public Instant nextAt() {
    return nextAt;
  }

  @Override
  public byte[] encoded() {
    return encoded.clone();
  }

  @Override
  public String toString() {
    return "VerifiedStatus[" + madeAt + ", " + (revokedSince == null ? "good" : "revoked") + "]";
  }
}
