package jp.chukan.gateway.limit;

import static jp.chukan.gateway.testing.TestKeys.ADACHI;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.testing.RunningGateway;
import jp.chukan.gateway.testing.TestClock;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Peers that are too many, too fast or too slow, over real TLS. */
@DisplayName("過大な要求と遅い相手")
class SlowPeersIT {
  private static final String SOMEWHERE = "127.0.0.1";
  private static final Duration IN_TIME = Duration.ofSeconds(30);
  private static final int AT_ONCE = 3;
  private static final int ROOM = 3;

  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    gateway =
        RunningGateway.timed(
            List.of(
                "--chukan.evidence.limit=P9999D",
                "--chukan.limits.head-time=3s",
                "--chukan.limits.grace=2s",
                "--chukan.limits.slowest=1MB",
                "--chukan.limits.municipal.at-once=" + AT_ONCE,
                "--chukan.limits.municipal.uploads=1",
                "--chukan.limits.disclosure.requests=3",
                "--chukan.limits.queue=" + ROOM,
                "--chukan.access.networks.operation=127.0.0.2/32"));
  }

  @AfterAll
  static void stop() {
    gateway.stop();
  }

  @Test // MS-90, MS-95, JN-25
  @DisplayName("一バイトずつ送る相手は切断され、その団体だけが待たされ、空きは戻る")
  void whoSendsAByteNowAndThenIsCutAndGivesItsPlaceBack() throws IOException, InterruptedException {
    double before = cut("body");
    List<RawPeer> drips = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      RawPeer drip = peer(municipal(ISHINOMAKI.value()));
      drip.say(
          "POST /municipal/linkage-codes HTTP/1.1\r\nHost: localhost\r\n"
              + "Content-Type: application/xml\r\nContent-Length: 100000\r\n\r\n");
      drips.add(drip);
    }
    List<HttpResponse<String>> answers = new ArrayList<>();
    eventually(
        () -> {
          answers.add(list(ISHINOMAKI.value()));
          return answers.getLast().statusCode() == 503;
        });
    assertRefused(answers.getLast(), 503, ErrorCode.SYM_TOO_MANY_AT_ONCE, 1);
    assertThat(list(TSUKUBA.value()).statusCode()).as("another institution").isEqualTo(404);

    for (RawPeer drip : drips) {
      eventually(() -> drip.isGivenUpAfter("x"));
      drip.close();
    }
    eventually(() -> list(ISHINOMAKI.value()).statusCode() == 404);
    assertThat(cut("body")).isGreaterThanOrEqualTo(before + AT_ONCE);
    assertThat(kept(ISHINOMAKI.value(), ErrorCode.SYM_TOO_SLOW)).isPositive();
  }

  @Test // MS-90
  @DisplayName("送信中の添付ファイルは、ほかの要求より少ない数だけ同時に受ける")
  void anUploadThatStandsStillHoldsNoMoreThanItsOwnPlace()
      throws IOException, InterruptedException {
    String head =
        "POST /municipal/replicas HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n";
    try (RawPeer first = peer(municipal(ADACHI.value()));
        RawPeer second = peer(municipal(ADACHI.value()))) {
      first.say(head);
      eventually(
          () -> {
            second.say(head);
            return second.isGivenUpAfter("") || second.heard().contains("503");
          });
      assertThat(list(ADACHI.value()).statusCode()).isEqualTo(404);
      eventually(() -> first.isGivenUpAfter("-"));
    }
  }

  @Test // JN-01, JN-25
  void aHeadThatNeverEndsIsCut() throws IOException {
    double before = cut("head");
    try (RawPeer peer = peer(municipal(TSUKUBA.value()))) {
      peer.say("GET /municipal/permission-list HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
      eventually(() -> peer.isGivenUpAfter("x"));
    }
    assertThat(cut("head")).isGreaterThan(before);
  }

  @Test // JN-01, JN-25
  void aHandshakeThatNeverEndsIsCut() throws IOException {
    double before = cut("handshake");
    try (RawPeer peer = RawPeer.silent(gateway.uri("/"))) {
      // the head of a TLS record of 512 bytes, and then one of them at a time
      peer.say("\u0016\u0003\u0001\u0002\u0000");
      eventually(() -> peer.isGivenUpAfter("\u0001"));
    }
    assertThat(cut("handshake")).isGreaterThan(before);
  }

  @Test // JN-12, JN-25
  @DisplayName("断られたのに送り続ける相手は、理由を聞いたうえで切断される")
  void whoIsRefusedEarlyHearsWhyAndCannotStayOn() throws IOException {
    try (RawPeer peer = peer("stranger-client")) {
      peer.say(
          "POST /municipal/replicas HTTP/1.1\r\nHost: localhost\r\n"
              + "Content-Type: application/xml\r\nContent-Length: 100000000\r\n\r\n");
      eventually(() -> peer.isGivenUpAfter("x"));
      assertThat(peer.heard()).contains("403", ErrorCode.SCM_CLIENT_NOT_REGISTERED.id());
    }
  }

  @Test // JN-25
  void whoTakesAnAnswerTooSlowlyIsCut() throws IOException {
    double before = cut("answer");
    try (RawPeer peer = peer(municipal(TSUKUBA.value()))) {
      peer.say("GET " + EndlessAnswer.PATH + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
      eventually(() -> peer.isGivenUp(64 << 10) || cut("answer") > before);
    }
    assertThat(cut("answer")).isGreaterThan(before);
    eventually(() -> list(TSUKUBA.value()).statusCode() == 404);
  }

  @Test // JN-25, MS-95
  @DisplayName("コンソールのフォームも、ログイン前から同じ時間の中で受ける")
  void aFormOfTheConsoleIsHeldToThePaceAsWell() throws IOException {
    double before = cut("body");
    try (RawPeer peer =
        RawPeer.connected(gateway, null, gateway.consoleUri("/console/login"), SOMEWHERE)) {
      peer.say(
          "POST /console/login HTTP/1.1\r\nHost: localhost\r\n"
              + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\n");
      eventually(() -> peer.isGivenUpAfter("x"));
    }
    assertThat(cut("body")).isGreaterThan(before);
    try (RawPeer peer =
        RawPeer.connected(gateway, null, gateway.consoleUri("/console/login"), SOMEWHERE)) {
      peer.say("GET /console/login HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
      eventually(() -> peer.isGivenUpAfter("x"));
    }
  }

  @Test // MS-95
  @DisplayName("頻度の上限を超えた要求には429と再送時刻を返し、機関と理由ごとに数える")
  void whoAsksTooOftenHearsWhenToComeAgain() throws IOException, InterruptedException {
    String path = "/disclosure/%s/notices";
    for (int i = 0; i < 3; i++) {
      disclose(path.formatted(ISHINOMAKI));
    }
    HttpResponse<String> last = disclose(path.formatted(ISHINOMAKI));
    assertRefused(last, 429, ErrorCode.SYM_TOO_MANY_REQUESTS, 20);
    assertThat(disclose(path.formatted(TSUKUBA)).statusCode()).isNotEqualTo(429);
    assertThat(
            gateway
                .context()
                .getBean(MeterRegistry.class)
                .get("chukan.requests.refused")
                .tag("door", "disclosure")
                .tag("code", ErrorCode.SYM_TOO_MANY_REQUESTS.id())
                .counter()
                .count())
        .isEqualTo(1);

    gateway.context().getBean(TestClock.class).advance(Duration.ofSeconds(20));
    assertThat(disclose(path.formatted(ISHINOMAKI)).statusCode()).isNotEqualTo(429);
  }

  @Test // MS-90, MS-95
  @DisplayName("団体の待ち行列がいっぱいなら、何も始めずに503と再送時刻を返す")
  void aFullQueueIsToldBeforeAnythingIsDone() throws Exception {
    String path = "/network/%s/provision-requests";
    CamelContext routes = gateway.context().getBean(CamelContext.class);
    String consumer = "receive-provision-request-" + ADACHI;
    routes.getRouteController().stopRoute(consumer);
    for (int i = 0; i < ROOM; i++) {
      assertThat(offer(path.formatted(ADACHI), "message " + i).statusCode()).isEqualTo(202);
    }
    assertRefused(offer(path.formatted(ADACHI), "one more"), 503, ErrorCode.SYM_QUEUE_FULL, 30);
    gateway.context().getBean(TestClock.class).advance(Duration.ofSeconds(2));
    assertRefused(offer(path.formatted(ADACHI), "and another"), 503, ErrorCode.SYM_QUEUE_FULL, 30);
    assertThat(offer(path.formatted(TSUKUBA), "of another").statusCode()).isEqualTo(202);

    routes.getRouteController().startRoute(consumer);
    eventually(
        () -> {
          gateway.context().getBean(TestClock.class).advance(Duration.ofSeconds(2));
          return offer(path.formatted(ADACHI), "one more").statusCode() == 202;
        });
  }

  @Test // MS-10, MS-92
  @DisplayName("正しい証明書でも、決められたネットワークの外からは受け付けない")
  void aCertificateCountsFromItsOwnNetworkOnly() throws IOException, InterruptedException {
    assertRefused(
        gateway.get("operator-client", "/operation/jobs"), 403, ErrorCode.SCM_SOURCE_NETWORK, 0);
    try (RawPeer inside =
        RawPeer.connected(gateway, "operator-client", gateway.uri("/"), "127.0.0.2")) {
      inside.say(
          "GET /operation/jobs HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              // whoever says so is not believed
              + "X-Forwarded-For: 203.0.113.9\r\n\r\n");
      assertThat(inside.answer()).startsWith("HTTP/1.1 200");
    }
  }

  private static RawPeer peer(String certificate) throws IOException {
    return RawPeer.connected(gateway, certificate, gateway.uri("/"), SOMEWHERE);
  }

  private static String municipal(String institution) {
    return "municipal-client-" + institution;
  }

  /** There is none here: 404 says that the request had its turn. */
  private static HttpResponse<String> list(String institution)
      throws IOException, InterruptedException {
    return gateway.get(municipal(institution), "/municipal/permission-list");
  }

  private static HttpResponse<String> disclose(String path)
      throws IOException, InterruptedException {
    return gateway.post("disclosure-client", path, "application/cms", new byte[] {1});
  }

  private static HttpResponse<String> offer(String path, String message)
      throws IOException, InterruptedException {
    return gateway.post(
        "network-client", path, "application/cms", message.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(
      HttpResponse<String> response, int status, ErrorCode code, long seconds) {
    assertThat(response.statusCode()).isEqualTo(status);
    Acknowledgement refusal =
        XmlMessages.read(Acknowledgement.class, response.body().getBytes(StandardCharsets.UTF_8));
    assertThat(refusal.header().result()).isEqualTo(MessageHeader.REFUSED);
    assertThat(refusal.body().errorCode()).isEqualTo(code.id());
    assertThat(response.headers().firstValueAsLong("Retry-After").orElse(0)).isEqualTo(seconds);
  }

  private static void eventually(Callable<Boolean> condition) {
    await().atMost(IN_TIME).pollInterval(Duration.ofMillis(200)).until(condition);
  }

  private static double cut(String part) {
    Counter counter =
        gateway
            .context()
            .getBean(MeterRegistry.class)
            .find("chukan.connections.cut")
            .tag("part", part)
            .counter();
    return counter == null ? 0 : counter.count();
  }

  private static long kept(String institution, ErrorCode code) {
    return gateway
        .database()
        .everything()
        .sql("select count(*) from communication where institution_code = ? and error_code = ?")
        .params(institution, code.id())
        .query(Long.class)
        .single();
  }
}
