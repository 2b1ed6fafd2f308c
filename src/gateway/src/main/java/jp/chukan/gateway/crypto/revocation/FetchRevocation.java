package jp.chukan.gateway.crypto.revocation;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import jp.chukan.contract.crypto.StatusQuestion;
import jp.chukan.contract.crypto.VerifiedRevocationList;
import jp.chukan.contract.crypto.VerifiedStatus;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.kernel.BoundedExchange;
import org.springframework.stereotype.Component;

/**
 * Asks the configured addresses, and no others (MU-21). What comes back is not believed: it must be
 * small, in time, signed by the authority or its responder, and not old already. Plain HTTP will
 * do, as everywhere with such data: its signature is what counts, and a TLS connection would have
 * to be proved by it first.
 */
@Component
final class FetchRevocation {
  /** An answer with the certificate of its responder is a tenth of it. */
  static final int LARGEST_STATUS = 64 << 10;

  private static final int OK = 200;

  private final RevocationSettings settings;
  private final InstantSource clock;
  private final HttpClient http;

  FetchRevocation(RevocationSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.http = BoundedExchange.client(settings.timeLimit()).build();
  }

  /**
   * The 「失効リスト」 of an authority.
   *
   * @throws InvalidInputException {@link ErrorCode#SCM_REVOCATION_FETCH}, {@link
   *     ErrorCode#SCM_REVOCATION_LIST}, {@link ErrorCode#SCM_REVOCATION_LIST_OLD}
   */
  VerifiedRevocationList list(URI address, X509Certificate authority) {
    byte[] body =
        ask(
            HttpRequest.newBuilder(address).timeout(settings.timeLimit()).GET().build(),
            Math.toIntExact(settings.largestList().toBytes()));
    Instant now = clock.instant();
    VerifiedRevocationList list = VerifiedRevocationList.verify(body, authority, now);
    if (!now.isBefore(list.nextAt())) {
      throw InvalidInputException.of(ErrorCode.SCM_REVOCATION_LIST_OLD);
    }
    return list;
  }

  /**
   * What an authority says of one certificate.
   *
   * @throws InvalidInputException {@link ErrorCode#SCM_REVOCATION_FETCH}, {@link
   *     ErrorCode#SCM_REVOCATION_STATUS}
   */
  VerifiedStatus status(URI address, BigInteger serial, X509Certificate authority) {
    StatusQuestion question = StatusQuestion.about(serial, authority);
    byte[] body =
        ask(
            HttpRequest.newBuilder(address)
                .timeout(settings.timeLimit())
                .header("Content-Type", StatusQuestion.MEDIA_TYPE)
                .header("Accept", StatusQuestion.REPLY_MEDIA_TYPE)
                .POST(BodyPublishers.ofByteArray(question.encoded()))
                .build(),
            LARGEST_STATUS);
    Instant now = clock.instant();
    VerifiedStatus status = question.verifyReply(body, now);
    if (!now.isBefore(status.nextAt())) {
      throw InvalidInputException.of(ErrorCode.SCM_REVOCATION_STATUS);
    }
    return status;
  }

  private byte[] ask(HttpRequest request, int largest) {
    try {
      HttpResponse<byte[]> response =
          BoundedExchange.send(http, request, largest, settings.timeLimit());
      if (response.statusCode() != OK) {
        throw new IOException("status " + response.statusCode());
      }
      return response.body();
    } catch (IOException unreachable) {
      throw new InvalidInputException(Refusal.of(ErrorCode.SCM_REVOCATION_FETCH), unreachable);
    }
  }
}
