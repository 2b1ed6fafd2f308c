package jp.chukan.gateway.record.stamp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import jp.chukan.contract.crypto.TimeStamp;
import jp.chukan.contract.crypto.TimeStampRequest;
import jp.chukan.contract.crypto.TimeStampVerifier;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.kernel.BoundedExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks an authority by HTTP (RFC 3161 section 3.4). What comes back is not believed: it must be
 * small, in time, verified, the answer to this very request, and of this moment by the server's own
 * clock.
 */
final class HttpTimeStampAuthority implements TimeStampAuthority {
  private static final Logger log = LoggerFactory.getLogger(HttpTimeStampAuthority.class);

  /** A token with the certificates of a whole path is a tenth of it. */
  static final int LARGEST_REPLY = 64 << 10;

  private static final int OK = 200;

  private final TimeStampSettings settings;
  private final HttpClient http;
  private final TimeStampVerifier verifier;
  private final InstantSource clock;
  private final SecureRandom random;

  HttpTimeStampAuthority(
      TimeStampSettings settings,
      HttpClient http,
      TimeStampVerifier verifier,
      InstantSource clock,
      SecureRandom random) {
    this.settings = settings;
    this.http = http;
    this.verifier = verifier;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public StampOutcome stamp(byte[] document) {
    Instant asked = clock.instant();
    try {
      TimeStampRequest request = request(document);
      TimeStamp stamp = verifier.verifyReply(reply(request), request);
      return isOfThisMoment(stamp, asked)
          ? new StampOutcome.Stamped(stamp)
          : failed(ErrorCode.SCM_TIME_STAMP_TIME, "the authority says " + stamp.time());
    } catch (InvalidInputException wrong) {
      return failed(wrong.refusal().code(), String.valueOf(wrong.getCause()));
    } catch (IOException unreachable) {
      return failed(ErrorCode.SCM_TIME_STAMP_UNAVAILABLE, String.valueOf(unreachable.getMessage()));
    }
  }

  private TimeStampRequest request(byte[] document) {
    TimeStampRequest request = TimeStampRequest.over(document, random);
    return settings.policy().isEmpty() ? request : request.underPolicy(settings.policy());
  }

  private byte[] reply(TimeStampRequest request) throws IOException {
    HttpResponse<byte[]> response =
        BoundedExchange.send(
            http,
            HttpRequest.newBuilder(URI.create(settings.url()))
                .header("Content-Type", TimeStampRequest.MEDIA_TYPE)
                .header("Accept", TimeStampRequest.REPLY_MEDIA_TYPE)
                .timeout(settings.timeLimit())
                .POST(BodyPublishers.ofByteArray(request.encoded()))
                .build(),
            LARGEST_REPLY,
            settings.timeLimit());
    if (response.statusCode() != OK) {
      throw new IOException("status " + response.statusCode());
    }
    return response.body();
  }

  private boolean isOfThisMoment(TimeStamp stamp, Instant asked) {
    return !stamp.time().isBefore(asked.minus(settings.clockDifference()))
        && !stamp.time().isAfter(clock.instant().plus(settings.clockDifference()));
  }

  private static StampOutcome failed(ErrorCode code, String reason) {
    log.warn("no time stamp, {}: {}", code.id(), reason);
    return new StampOutcome.Failed(code);
  }
}
