package jp.chukan.gateway.record.stamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import jp.chukan.contract.crypto.TimeStamp;
import jp.chukan.contract.crypto.TimeStampIssuer;
import jp.chukan.contract.crypto.TimeStampRejection;
import jp.chukan.contract.crypto.TimeStampVerifier;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.record.stamp.StampOutcome.Failed;
import jp.chukan.gateway.record.stamp.StampOutcome.Stamped;
import jp.chukan.gateway.record.stamp.StampOutcome.WithoutAuthority;
import jp.chukan.gateway.testing.RunningGateway;
import jp.chukan.gateway.testing.TestClock;
import jp.chukan.gateway.testing.TestKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.SslBundles;

/** Attempt: an authority that misbehaves. Result: no stamp, and a code that says why. */
class TimeStampAuthorityIT {
  private static final byte[] HEAD = "signed head".getBytes(UTF_8);
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final RunningGateway gateway = RunningGateway.shared();
  private final TestClock clock = new TestClock();
  private final TimeStampVerifier verifier = gateway.context().getBean(TimeStampVerifier.class);
  private TestTimeStampServer server;

  @BeforeEach
  void start() throws IOException {
    server = new TestTimeStampServer(gateway.keys(), (request, exchange) -> {});
    server.answerWith(
        (request, exchange) ->
            TestTimeStampServer.reply(exchange, 200, server.granted(request, clock.instant())));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test // JN-19
  @DisplayName("時刻認証局のタイムスタンプを取得し、検証してから渡す")
  void aStampIsFetchedByTlsAndVerifiedLaterWithoutAnybody() {
    TimeStamp stamp = stamped(authority(LIMIT, "").stamp(HEAD));

    assertThat(stamp.time()).isEqualTo(clock.instant());
    assertThat(verifier.verify(stamp.raw(), HEAD).serialNumber()).isEqualTo(BigInteger.TWO);
  }

  @Test // JN-19
  void theConfiguredPolicyIsAskedFor() {
    assertThat(stamped(authority(LIMIT, TimeStampIssuer.POLICY).stamp(HEAD)).policy())
        .isEqualTo(TimeStampIssuer.POLICY);
    assertThat(authority(LIMIT, "1.2.3").stamp(HEAD))
        .isEqualTo(new Failed(ErrorCode.SCM_TIME_STAMP_REFUSED));
  }

  @Test // JN-19
  @DisplayName("設定がなければ、時刻認証局に問い合わせない")
  void withoutAnAddressNobodyIsAsked() {
    assertThat(gateway.context().getBean(TimeStampAuthority.class).stamp(HEAD))
        .isEqualTo(new WithoutAuthority());
  }

  @Test // JN-19
  void aRefusalIsTold() {
    server.answerWith(
        (request, exchange) ->
            TestTimeStampServer.reply(
                exchange, 200, TimeStampIssuer.reject(TimeStampRejection.TIME_NOT_AVAILABLE)));

    fails(ErrorCode.SCM_TIME_STAMP_REFUSED);
  }

  @Test // JN-19
  @DisplayName("応答しない時刻認証局を、期限まで待って諦める")
  void silenceEndsAtTheTimeLimit() {
    var never = new CountDownLatch(1);
    server.answerWith(
        (request, exchange) -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    assertThat(authority(Duration.ofMillis(300), "").stamp(HEAD))
        .isEqualTo(new Failed(ErrorCode.SCM_TIME_STAMP_UNAVAILABLE));
  }

  @Test // JN-19
  void aReplyThatTricklesInEndsAtTheTimeLimit() {
    var never = new CountDownLatch(1);
    server.answerWith(
        (request, exchange) -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write(1);
          exchange.getResponseBody().flush();
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    assertThat(authority(Duration.ofMillis(300), "").stamp(HEAD))
        .isEqualTo(new Failed(ErrorCode.SCM_TIME_STAMP_UNAVAILABLE));
  }

  @Test // JN-19
  void anAnswerOfHttpAloneIsNoStamp() {
    server.answerWith((request, exchange) -> TestTimeStampServer.reply(exchange, 503, new byte[0]));
    fails(ErrorCode.SCM_TIME_STAMP_UNAVAILABLE);

    server.answerWith(
        (request, exchange) ->
            TestTimeStampServer.reply(exchange, 201, server.granted(request, clock.instant())));
    fails(ErrorCode.SCM_TIME_STAMP_UNAVAILABLE);
  }

  @Test // JN-19
  void aReplyOverTheLimitIsGivenUp() {
    server.answerWith(
        (request, exchange) ->
            TestTimeStampServer.reply(
                exchange, 200, new byte[HttpTimeStampAuthority.LARGEST_REPLY + 1]));

    fails(ErrorCode.SCM_TIME_STAMP_UNAVAILABLE);
  }

  @Test // JN-19
  @DisplayName("別の内容または別の要求に対するタイムスタンプは受け取らない")
  void aStampOfSomethingElseIsRefused() {
    server.answerWith(
        (request, exchange) ->
            TestTimeStampServer.reply(
                exchange, 200, server.granted(request.insteadOver(new byte[1]), clock.instant())));
    fails(ErrorCode.SCM_TIME_STAMP_CONTENT);

    server.answerWith(
        (request, exchange) ->
            TestTimeStampServer.reply(
                exchange,
                200,
                server.granted(request.insteadWithNonce(BigInteger.ONE), clock.instant())));
    fails(ErrorCode.SCM_TIME_STAMP_REQUEST);
  }

  @Test // JN-19
  @DisplayName("時刻がサーバーの時計と離れたタイムスタンプは受け取らない")
  void aStampOfAnotherTimeIsRefused() {
    for (Duration difference : new Duration[] {Duration.ofSeconds(61), Duration.ofSeconds(-61)}) {
      server.answerWith(
          (request, exchange) ->
              TestTimeStampServer.reply(
                  exchange, 200, server.granted(request, clock.instant().plus(difference))));
      fails(ErrorCode.SCM_TIME_STAMP_TIME);
    }
    server.answerWith(
        (request, exchange) ->
            TestTimeStampServer.reply(
                exchange, 200, server.granted(request, clock.instant().minusSeconds(59))));
    stamped(authority(LIMIT, "").stamp(HEAD));
  }

  @Test // JN-19
  void whoIsNotTrustedIsNotConnectedTo() throws IOException {
    TestKeys impostor =
        TestKeys.in(java.nio.file.Files.createTempDirectory(java.nio.file.Path.of("target"), "i"));
    try (var other = new TestTimeStampServer(impostor, (request, exchange) -> {})) {
      assertThat(authority(other.url(), LIMIT, "").stamp(HEAD))
          .isEqualTo(new Failed(ErrorCode.SCM_TIME_STAMP_UNAVAILABLE));
    }
  }

  @Test // JN-19
  void nobodyAtTheAddressIsTold() {
    String gone = server.url();
    server.close();

    assertThat(authority(gone, LIMIT, "").stamp(HEAD))
        .isEqualTo(new Failed(ErrorCode.SCM_TIME_STAMP_UNAVAILABLE));
  }

  @Test // JN-19
  void settingsThatCannotWorkStopTheStart() {
    assertThatIllegalArgumentException().isThrownBy(() -> settings("ftp://a/b", LIMIT, ""));
    assertThatIllegalArgumentException().isThrownBy(() -> settings("localhost", LIMIT, ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("https://a/b", Duration.ZERO, ""));
  }

  private void fails(ErrorCode code) {
    assertThat(authority(LIMIT, "").stamp(HEAD)).isEqualTo(new Failed(code));
  }

  private static TimeStamp stamped(StampOutcome outcome) {
    assertThat(outcome).isInstanceOf(Stamped.class);
    return ((Stamped) outcome).stamp();
  }

  private TimeStampAuthority authority(Duration limit, String policy) {
    return authority(server.url(), limit, policy);
  }

  /** As the server makes it, with this address. */
  private TimeStampAuthority authority(String url, Duration limit, String policy) {
    return new TimeStampConfiguration()
        .timeStampAuthority(
            settings(url, limit, policy),
            verifier,
            gateway.context().getBean(SslBundles.class),
            clock,
            new SecureRandom());
  }

  private TimeStampSettings settings(String url, Duration limit, String policy) {
    TimeStampSettings usual = gateway.context().getBean(TimeStampSettings.class);
    return new TimeStampSettings(
        url, limit, usual.clockDifference(), policy, usual.bundle(), usual.trust());
  }
}
