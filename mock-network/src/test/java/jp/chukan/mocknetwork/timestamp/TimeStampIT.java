package jp.chukan.mocknetwork.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import jp.chukan.contract.crypto.KeyFiles;
import jp.chukan.contract.crypto.TimeStamp;
import jp.chukan.contract.crypto.TimeStampRequest;
import jp.chukan.contract.crypto.TimeStampVerifier;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.mocknetwork.testing.RunningCountry;
import jp.chukan.mocknetwork.testing.TestKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeStampIT {
  private static final byte[] HEAD = "signed head".getBytes(UTF_8);
  private static final InstantSource CLOCK = InstantSource.system();

  private final RunningCountry country = RunningCountry.get();
  private final TimeStampVerifier verifier =
      new TimeStampVerifier(
          KeyFiles.trustAnchors(country.keys().file("trust"), TestKeys.password()));
  private final TimeStampRequest request = TimeStampRequest.over(HEAD, new SecureRandom());

  @AfterEach
  void nothingGoesWrong() {
    country.post("time-stamp-faults", "{}");
  }

  @Test // JN-19
  @DisplayName("時刻認証局は、現在時刻のタイムスタンプを発行する")
  void stampsTheTimeOfNow() {
    Instant before = CLOCK.instant().minusMillis(1);
    HttpResponse<byte[]> response = post(request.encoded());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .contains("application/timestamp-reply");
    TimeStamp stamp = verifier.verifyReply(response.body(), request);
    assertThat(stamp.time()).isBetween(before, CLOCK.instant());
    assertThat(stamp.serialNumber())
        .isNotEqualTo(verifier.verifyReply(post(request.encoded()).body(), request).serialNumber());
  }

  @Test // JN-19
  void tellsInItsReplyWhatIsWrongWithARequest() {
    HttpResponse<byte[]> response = post(HEAD);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(codeOf(response.body())).isEqualTo(ErrorCode.SCM_TIME_STAMP_REFUSED);
    assertThat(codeOf(post(request.underPolicy("1.2.3").encoded()).body()))
        .isEqualTo(ErrorCode.SCM_TIME_STAMP_REFUSED);
  }

  @ParameterizedTest // JN-19
  @CsvSource({
    "REFUSED,SCM_TIME_STAMP_REFUSED",
    "OTHER_DOCUMENT,SCM_TIME_STAMP_CONTENT",
    "OTHER_REQUEST,SCM_TIME_STAMP_REQUEST",
    "FORGED_SIGNATURE,SCM_TIME_STAMP"
  })
  void answersWrongAsOftenAsOrdered(TimeStampFault fault, ErrorCode code) {
    country.post("time-stamp-faults", "{\"fault\":\"" + fault + "\",\"count\":2}");

    assertThat(codeOf(post(request.encoded()).body())).isEqualTo(code);
    assertThat(codeOf(post(request.encoded()).body())).isEqualTo(code);
    verifier.verifyReply(post(request.encoded()).body(), request);
  }

  @Test // JN-19
  void stampsAnotherTimeOnDemand() {
    country.post("time-stamp-faults", "{\"fault\":\"OTHER_TIME\"}");

    TimeStamp stamp = verifier.verifyReply(post(request.encoded()).body(), request);

    assertThat(stamp.time())
        .isBetween(
            CLOCK.instant().minus(Duration.ofMinutes(11)),
            CLOCK.instant().minus(Duration.ofMinutes(9)));
  }

  @Test // JN-19
  void isNotReadyOnDemand() {
    country.post("time-stamp-faults", "{\"fault\":\"ERROR\"}");

    assertThat(post(request.encoded()).statusCode()).isEqualTo(503);
  }

  @Test // JN-19
  void isSilentOnDemand() {
    country.post("time-stamp-faults", "{\"fault\":\"SILENT\"}");

    try (var client =
        java.net.http.HttpClient.newBuilder()
            .sslContext(country.keys().context("gateway-client"))
            .build()) {
      var pending =
          client.sendAsync(query(request.encoded()), HttpResponse.BodyHandlers.ofByteArray());
      assertThat(pending).failsWithin(Duration.ofMillis(500));
      client.shutdownNow();
    }
  }

  private ErrorCode codeOf(byte[] reply) {
    return catchThrowableOfType(
            InvalidInputException.class, () -> verifier.verifyReply(reply, request))
        .refusal()
        .code();
  }

  private HttpResponse<byte[]> post(byte[] body) {
    return country.send("gateway-client", query(body));
  }

  private HttpRequest query(byte[] body) {
    return HttpRequest.newBuilder(country.https("/time-stamp"))
        .header("Content-Type", "application/timestamp-query")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }
}
