package jp.chukan.gateway.limit;

import static jp.chukan.gateway.testing.TestKeys.ADACHI;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import jp.chukan.contract.SampleRecords;
import jp.chukan.contract.attachment.RegistrationAttachmentWriter;
import jp.chukan.contract.attachment.Segment;
import jp.chukan.contract.attachment.SegmentPlace;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.NetworkInquiry;
import jp.chukan.contract.message.ReplicaRegistrationRequest;
import jp.chukan.contract.message.ReplicaRegistrationResult;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.Outbox;
import jp.chukan.gateway.kernel.OutgoingMessage;
import jp.chukan.gateway.kernel.OutgoingQueue;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.staff.StaffBed;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.testing.Browser;
import jp.chukan.gateway.testing.RunningGateway;
import jp.chukan.gateway.testing.TestClock;
import org.apache.camel.CamelContext;
import org.apache.catalina.Context;
import org.apache.catalina.session.ManagerBase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** A running server whose limits are small enough to be reached, and each of them at its edge. */
@DisplayName("上限ちょうどと、その次")
class SmallLimitsIT {
  private static final Duration IN_TIME = Duration.ofSeconds(30);
  private static final int MOST_LEAVING = 3;
  private static final int MOST_BYTES = 4 << 10;
  private static final int MOST_SESSIONS = 50_000;
  private static final String INSIDE = "127.0.0.1";
  private static final String OUTSIDE = "127.0.0.2";

  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    gateway =
        RunningGateway.timed(
            List.of(
                "--chukan.evidence.limit=P9999D",
                "--chukan.limits.outbox=" + MOST_LEAVING,
                "--chukan.limits.attachment=" + MOST_BYTES + "B",
                "--chukan.access.networks.console=" + INSIDE + "/32"));
  }

  @AfterAll
  static void stop() {
    gateway.stop();
  }

  @Test // MS-90, MS-95
  @DisplayName("送信を待つ照会が多すぎる団体には、何も読まずに503と再送時刻を返す")
  void whoseInquiriesWaitToLeaveHearsWhenToComeAgain() throws Exception {
    CamelContext routes = gateway.context().getBean(CamelContext.class);
    routes.getRouteController().stopRoute("send-inquiry-" + ADACHI);
    leave(ADACHI, MOST_LEAVING - 1);
    assertThat(inquire(ADACHI).statusCode()).as("room for one").isEqualTo(400);
    assertFull(inquire(ADACHI));
    later();
    assertThat(inquire(ADACHI).statusCode()).as("it was not kept").isEqualTo(400);

    leave(ADACHI, 1);
    for (int i = 0; i < 2; i++) {
      later();
      assertFull(inquire(ADACHI));
      assertFull(bringFile(ADACHI));
    }
    assertThat(inquire(TSUKUBA).statusCode()).as("another institution").isEqualTo(400);

    routes.getRouteController().startRoute("send-inquiry-" + ADACHI);
    eventually(
        () -> {
          later();
          return inquire(ADACHI).statusCode() == 400;
        });
  }

  @Test // MS-57, MS-95
  @DisplayName("添付ファイルは上限ちょうどまで受け付け、一バイトでも多いと何も残さない")
  void anAttachmentHasAsManyBytesAsItMayAndNotOneMore() throws IOException, InterruptedException {
    HttpResponse<String> largest = register("L1", attachment(MOST_BYTES));
    assertThat(largest.statusCode()).isEqualTo(200);
    assertThat(
            XmlMessages.read(ReplicaRegistrationResult.class, bytes(largest))
                .body()
                .acceptedCount())
        .isEqualTo(1);

    List<Long> before = replicas();
    HttpResponse<String> larger = register("L2", attachment(MOST_BYTES + 1));
    assertThat(larger.statusCode()).isEqualTo(413);
    assertThat(code(larger)).isEqualTo(ErrorCode.SYM_TOO_LARGE.id());
    assertThat(replicas()).isEqualTo(before);
  }

  @Test // MS-92
  @DisplayName("管理端末は、決められたネットワークの外からは、ログイン済みのクッキーでも開かない")
  void theConsoleOpensFromItsOwnNetworkOnly() throws IOException {
    StaffBed bed = new StaffBed(gateway);
    Browser browser = bed.signedIn(ISHINOMAKI, bed.person(ISHINOMAKI, StaffRole.OFFICER));
    for (String path :
        List.of("/console/login", "/console/account", "/console/assets/passkey.js")) {
      assertThat(look(INSIDE, path, browser)).as(path).startsWith("HTTP/1.1 200");
      assertThat(look(OUTSIDE, path, browser))
          .as(path)
          .startsWith("HTTP/1.1 403")
          .contains(ErrorCode.SCM_SOURCE_NETWORK.id())
          .doesNotContain("<form");
    }
  }

  @Test // MS-95, JN-17
  @DisplayName("ブラウザーのセッションが上限に達すると、新しい人は入れず、ログイン中の人は続けられる")
  void nobodyNewComesInOnceThereAreTooManySessions() {
    StaffBed bed = new StaffBed(gateway);
    Browser inside = bed.signedIn(ISHINOMAKI, bed.person(ISHINOMAKI, StaffRole.OFFICER));
    ManagerBase sessions = sessions();
    assertThat(sessions.getMaxActiveSessions()).isEqualTo(MOST_SESSIONS);
    sessions.setMaxActiveSessions(sessions.getActiveSessions() + 1);
    try {
      assertThat(bed.browser().get("/console/login").statusCode()).isEqualTo(200);
      HttpResponse<String> late = bed.browser().get("/console/login");
      assertThat(late.statusCode()).isEqualTo(503);
      assertThat(late.body()).contains(ErrorCode.SYM_TOO_MANY_AT_ONCE.id()).doesNotContain("<form");
      assertThat(late.headers().firstValue("Set-Cookie")).isEmpty();
      assertThat(late.headers().firstValueAsLong("Retry-After")).hasValue(60);
      assertThat(inside.get("/console/account").statusCode()).isEqualTo(200);
    } finally {
      sessions.setMaxActiveSessions(MOST_SESSIONS);
    }
    assertThat(bed.browser().get("/console/login").statusCode()).isEqualTo(200);
  }

  /** Puts inquiries that nobody knows on their way out, and waits until the broker has them. */
  private static void leave(InstitutionCode institution, int inquiries) {
    SerialNumbers numbers = gateway.context().getBean(SerialNumbers.class);
    Outbox outbox = gateway.context().getBean(Outbox.class);
    gateway
        .context()
        .getBean(InstitutionTransactions.class)
        .run(
            institution,
            () -> {
              for (int i = 0; i < inquiries; i++) {
                outbox.put(inquiry(institution, numbers.nextProcessingNumber()));
              }
            });
    eventually(() -> rows("outbox") == 0);
  }

  private static OutgoingMessage inquiry(InstitutionCode institution, ProcessingNumber number) {
    return new OutgoingMessage(
        institution,
        OutgoingQueue.INQUIRY,
        NetworkInquiry.TYPE_ID,
        number,
        "inquiry:" + institution + ":" + number,
        number.value().getBytes(StandardCharsets.US_ASCII),
        null);
  }

  /** What nobody can read: that it is refused for this says that it was let through. */
  private static HttpResponse<String> inquire(InstitutionCode institution)
      throws IOException, InterruptedException {
    return gateway.post(
        "municipal-client-" + institution, "/municipal/inquiries", "application/xml", new byte[1]);
  }

  private static HttpResponse<String> bringFile(InstitutionCode institution)
      throws IOException, InterruptedException {
    return gateway.put(
        "municipal-client-" + institution,
        "/municipal/inquiry-files/unknown.DAT",
        "application/octet-stream",
        new byte[1]);
  }

  private static void assertFull(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(code(answer)).isEqualTo(ErrorCode.SYM_QUEUE_FULL.id());
    assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(30);
  }

  /** Long enough for a look at the queues. */
  private static void later() {
    gateway.context().getBean(TestClock.class).advance(Duration.ofSeconds(2));
  }

  private static HttpResponse<String> register(String id, byte[] attachment)
      throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(head("message", ""));
    body.writeBytes(
        XmlMessages.write(
            new ReplicaRegistrationRequest(
                MessageHeader.request(
                    new MessageId(id),
                    ReplicaRegistrationRequest.TYPE_ID,
                    new SystemIdentifier("T000113121"),
                    new SystemIdentifier("K000000001")),
                new ReplicaRegistrationRequest.Body(
                    new DepartmentCode("3595115400"), new UserId("shimin01"), "a.xml", "1"))));
    body.writeBytes(head("attachment", "; filename=\"a.xml\""));
    body.writeBytes(attachment);
    body.writeBytes("\r\n--of-a-test--\r\n".getBytes(StandardCharsets.US_ASCII));
    return gateway.post(
        "municipal-client-" + ADACHI,
        "/municipal/replicas",
        "multipart/form-data; boundary=of-a-test",
        body.toByteArray());
  }

  private static byte[] head(String name, String file) {
    return ("\r\n--of-a-test\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n")
        .formatted(name, file)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** One record, and so many blanks behind it that there are this many bytes. */
  private static byte[] attachment(int bytes) throws IOException {
    ByteArrayOutputStream attachment = new ByteArrayOutputStream();
    try (RegistrationAttachmentWriter writer =
        new RegistrationAttachmentWriter(
            attachment, Segment.REGISTRATION, SegmentPlace.BEFORE_RECORDS)) {
      writer.write(SampleRecords.household(bytes * 2));
    }
    attachment.writeBytes(
        " ".repeat(bytes - attachment.size()).getBytes(StandardCharsets.US_ASCII));
    return attachment.toByteArray();
  }

  private static List<Long> replicas() {
    return List.of(rows("replica"), rows("replica_message"), rows("replica_record_number"));
  }

  private static long rows(String table) {
    return gateway
        .database()
        .everything()
        .sql("select count(*) from " + table)
        .query(Long.class)
        .single();
  }

  /** What a browser with this cookie gets that comes from this address. */
  private static String look(String from, String path, Browser browser) throws IOException {
    try (RawPeer peer = RawPeer.connected(gateway, null, gateway.consoleUri(path), from)) {
      peer.say(
          "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: %s=%s\r\n"
                  .formatted(path, Browser.COOKIE, browser.cookie())
              // whoever says so is not believed
              + "X-Forwarded-For: 127.0.0.1\r\n\r\n");
      return peer.answer();
    }
  }

  private static ManagerBase sessions() {
    TomcatWebServer server =
        (TomcatWebServer) ((ServletWebServerApplicationContext) gateway.context()).getWebServer();
    Context context = (Context) server.getTomcat().getHost().findChildren()[0];
    return (ManagerBase) context.getManager();
  }

  private static String code(HttpResponse<String> refusal) {
    return String.valueOf(
        XmlMessages.read(Acknowledgement.class, bytes(refusal)).body().errorCode());
  }

  private static byte[] bytes(HttpResponse<String> response) {
    return response.body().getBytes(StandardCharsets.UTF_8);
  }

  private static void eventually(Callable<Boolean> condition) {
    await().atMost(IN_TIME).pollInterval(Duration.ofMillis(200)).until(condition);
  }
}
