package jp.chukan.contract.crypto;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 「タイムスタンプ」: a time-stamp authority's word that a document existed at a time (RFC 3161). {@link
 * TimeStampVerifier} has proved it; nothing else can make one.
 */
public final class TimeStamp {
  private final RawTimeStamp raw;
  private final Instant time;
  private final @Nullable Duration accuracy;
  private final BigInteger serialNumber;
  private final String policy;
  private final @Nullable BigInteger nonce;
  private final X509Certificate certificate;

  TimeStamp(
      RawTimeStamp raw,
      Instant time,
      @Nullable Duration accuracy,
      BigInteger serialNumber,
      String policy,
      @Nullable BigInteger nonce,
      X509Certificate certificate) {
    this.raw = raw;
    this.time = time;
    this.accuracy = accuracy;
    this.serialNumber = serialNumber;
    this.policy = policy;
    this.nonce = nonce;
    this.certificate = certificate;
  }

  /** When the document existed, to the millisecond at most. */
  public Instant time() {
    return time;
  }

  /** How far the time may be off to either side; empty when the authority does not say. */
  public Optional<Duration> accuracy() {
    return Optional.ofNullable(accuracy);
  }

  /** The authority's own number of this stamp. */
  public BigInteger serialNumber() {
    return serialNumber;
  }

  /** Object identifier of the rules that the authority followed, in dots. */
  public String policy() {
    return policy;
  }

  @Nullable BigInteger nonce() {
    return nonce;
  }

  /** What the authority calls itself: organisation, else common name, else its whole name. */
  public String authority() {
    return Certificates.displayNameOf(certificate);
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** The bytes that were verified, to be kept: whoever has them can verify again. */
  public RawTimeStamp raw() {
    return raw;
  }

  @Override
  public String toString() {
    return "TimeStamp[" + time + ", " + authority() + ", " + serialNumber + "]";
  }
}
