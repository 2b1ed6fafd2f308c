package jp.chukan.mocknetwork.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import jp.chukan.contract.crypto.TimeStampIssuer;
import jp.chukan.contract.crypto.TimeStampRejection;
import jp.chukan.contract.crypto.TimeStampRequest;
import jp.chukan.contract.crypto.UnacceptableTimeStampRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers a request for a time stamp: grants it at this moment, or says why not. */
@Component
final class StampTime {
  private static final int SERIAL_BITS = 127;
  private static final int NONCE_BITS = 64;
  private static final Duration BEHIND = Duration.ofMinutes(10);
  private static final byte[] SOMETHING_ELSE = "something else".getBytes(UTF_8);

  private final TimeStampIssuer issuer;
  private final InstantSource clock;
  private final SecureRandom random;

  StampTime(TimeStampIssuer issuer, InstantSource clock, SecureRandom random) {
    this.issuer = issuer;
    this.clock = clock;
    this.random = random;
  }

  /**
   * The reply to the bytes of a request.
   *
   * @param fault what goes wrong with it, null for nothing
   */
  byte[] answer(byte[] query, @Nullable TimeStampFault fault) {
    if (fault == TimeStampFault.REFUSED) {
      return TimeStampIssuer.reject(TimeStampRejection.TIME_NOT_AVAILABLE);
    }
    try {
      byte[] reply =
          issuer.grant(asked(TimeStampRequest.read(query), fault), serialNumber(), time(fault));
      if (fault == TimeStampFault.FORGED_SIGNATURE) {
        // the signature comes last
        reply[reply.length - 1] ^= 1;
      }
      return reply;
    } catch (UnacceptableTimeStampRequestException unacceptable) {
      return TimeStampIssuer.reject(unacceptable.rejection());
    }
  }

  private TimeStampRequest asked(TimeStampRequest request, @Nullable TimeStampFault fault) {
    if (fault == TimeStampFault.OTHER_DOCUMENT) {
      return request.insteadOver(SOMETHING_ELSE);
    }
    return fault == TimeStampFault.OTHER_REQUEST
        ? request.insteadWithNonce(new BigInteger(NONCE_BITS, random))
        : request;
  }

  private Instant time(@Nullable TimeStampFault fault) {
    Instant now = clock.instant();
    return fault == TimeStampFault.OTHER_TIME ? now.minus(BEHIND) : now;
  }

  /** Unique over restarts as well, without a memory. */
  private BigInteger serialNumber() {
    return new BigInteger(SERIAL_BITS, random);
  }
}
