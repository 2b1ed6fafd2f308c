package jp.chukan.contract.crypto;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;

/** What lists (CRL) and answers (OCSP) have in common. */
final class RevocationSignatures {
  /** Authorities are outside of this network's profile: what the JDK signs certificates by. */
  static final Set<String> ALGORITHMS =
      Set.of(
          "1.2.840.10045.4.3.2", // ecdsa-with-SHA256, -384, -512
          "1.2.840.10045.4.3.3",
          "1.2.840.10045.4.3.4",
          "1.2.840.113549.1.1.11", // sha256, 384, 512WithRSAEncryption
          "1.2.840.113549.1.1.12",
          "1.2.840.113549.1.1.13");

  /** Two clocks differ by so much at most. */
  private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

  private RevocationSignatures() {}

  /** From a time that has come, to one that is promised. */
  static boolean isSound(@Nullable Date madeAt, @Nullable Date nextAt, Instant now) {
    return madeAt != null
        && nextAt != null
        && madeAt.before(nextAt)
        && !madeAt.toInstant().isAfter(now.plus(CLOCK_DIFFERENCE));
  }

  static InvalidInputException refused(ErrorCode code, String reason) {
    return refused(code, new RefusedCryptoException(reason));
  }

  static InvalidInputException refused(ErrorCode code, Throwable cause) {
    return new InvalidInputException(Refusal.of(code), cause);
  }
}
