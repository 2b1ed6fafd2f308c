package jp.chukan.gateway.observation;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.console.CaseBed;
import jp.chukan.gateway.console.CaseBed.Held;
import jp.chukan.gateway.console.CaseBed.Person;
import jp.chukan.gateway.inquiry.InquiryExchange;
import jp.chukan.gateway.observation.ObservationBed.Asked;
import jp.chukan.gateway.staff.StaffBed;
import jp.chukan.gateway.testing.DisclosureAsker;
import jp.chukan.gateway.testing.KnownPerson;
import jp.chukan.gateway.testing.RunningGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;

/** Everything that the server told about itself while real exchanges ran, and what it must not. */
@DisplayName("監視に個人情報が現れない")
class NothingPersonalIT {
  private static final Duration AT_MOST = Duration.ofSeconds(30);
  private static final String WRONG_PASSWORD = "まちがえた合言葉ですよね。";
  private static final String NOTICE = "架空の人へのひみつのお知らせ";
  private static final String TYPED = "架空 うっかり三郎";

  /** What must be nowhere. */
  private static final List<String> personal = new ArrayList<>();

  /** What logs may say, so that an exchange can be followed, and nothing else may. */
  private static final List<String> following = new ArrayList<>();

  private static final KeptLog log = new KeptLog();
  private static ObservationBed bed;

  /** Every line, as it is and as it is written in production. */
  private static final class KeptLog extends AppenderBase<ILoggingEvent> {
    private final Queue<String> plain = new ConcurrentLinkedQueue<>();
    private final Queue<String> written = new ConcurrentLinkedQueue<>();
    private final StructuredLogEncoder encoder = new StructuredLogEncoder();

    void listen() {
      LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
      encoder.setContext(context);
      encoder.setFormat("ecs");
      encoder.start();
      setContext(context);
      start();
      context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(this);
    }

    void leave() {
      LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
      context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
      plain.add(
          event.getLoggerName()
              + " "
              + event.getFormattedMessage()
              + " "
              + event.getMDCPropertyMap()
              + (event.getThrowableProxy() == null
                  ? ""
                  : ThrowableProxyUtil.asString(event.getThrowableProxy())));
      written.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
    }

    String everything() {
      return Stream.concat(plain.stream(), written.stream()).collect(Collectors.joining("\n"));
    }
  }

  @BeforeAll
  static void live() throws Exception {
    bed = new ObservationBed(RunningGateway.observed());
    log.listen();
    answerByItself();
    inquire();
    decideByTwo();
    disclose();
    fail();
  }

  @AfterAll
  static void stopListening() {
    log.leave();
  }

  private static void answerByItself() throws Exception {
    Asked asked = bed.provide();
    personal.addAll(
        List.of(
            asked.draft().person.value(),
            asked.exchange().freshAddressee(),
            ObservationBed.TEXT_VALUE,
            ObservationBed.PER_CAPITA_VALUE));
    following.add(asked.draft().number.value());
  }

  private static void inquire() throws Exception {
    InquiryExchange inquiry = new InquiryExchange(bed.gateway);
    personal.addAll(inquiry.personal());
    following.add(inquiry.number());
    inquiry.conduct(bed.clock.instant());
  }

  /** Two persons sign in, one prepares and one approves. */
  private static void decideByTwo() throws Exception {
    CaseBed cases = new CaseBed(new StaffBed(bed.gateway));
    Person officer = cases.officer();
    Person approver = cases.approver();
    Held held = cases.hold();
    assertThat(officer.decide(held, "PROVIDE", CaseBed.GROUND).statusCode()).isEqualTo(302);
    assertThat(approver.decide(held, "APPROVE", "").statusCode()).isEqualTo(302);
    cases.answer(held);
    for (Person person : List.of(officer, approver)) {
      following.add(person.user().value());
      personal.add(String.valueOf(person.browser().cookie()));
    }
    following.add(held.draft().number.value());
    following.add(held.id());
    personal.addAll(
        List.of(
            held.draft().person.value(),
            held.addressee(),
            CaseBed.TEXT_VALUE,
            CaseBed.GROUND,
            CaseBed.PURPOSE,
            StaffBed.PASSWORD,
            "架空 職員"));
  }

  /** A person sees records, own information and notices; what is refused is about persons too. */
  private static void disclose() throws Exception {
    Asked asked = bed.provide();
    KnownPerson other = KnownPerson.at(bed.gateway.database(), ISHINOMAKI);
    personal.addAll(
        List.of(
            asked.draft().person.value(),
            asked.exchange().freshAddressee(),
            other.code().value(),
            other.addressee().value(),
            NOTICE));
    DisclosureAsker asker = new DisclosureAsker(bed.gateway, asked.draft().provider);
    assertThat(asker.askRecords(asked.draft().person).records()).isNotEmpty();
    assertThat(
            asker
                .again()
                .askInformation(asked.draft().person, asked.draft().information)
                .information())
        .isNotEmpty();
    following.add(asker.number.value());
    String notice = "<" + NOTICE + ">" + other.addressee().value();
    assertThat(
            bed.gateway
                .post(
                    "municipal-client-" + ISHINOMAKI,
                    "/municipal/notices",
                    "application/xml",
                    notice.getBytes(StandardCharsets.UTF_8))
                .statusCode())
        .isEqualTo(400);
    assertThat(asker.again().askNotices(other.code()).notices()).isEmpty();
    assertThat(
            asker
                .post(
                    DisclosureAsker.CLIENT,
                    DisclosureAsker.RECORDS,
                    XmlMessages.write(asker.again().recordsOf(other.code())))
                .statusCode())
        .isEqualTo(400);
  }

  /** What goes wrong tells the most. */
  private static void fail() throws IOException, InterruptedException {
    personal.addAll(List.of(WRONG_PASSWORD, TYPED));
    assertThat(
            new StaffBed(bed.gateway)
                .browser()
                .login(ISHINOMAKI.value(), TYPED, WRONG_PASSWORD)
                .statusCode())
        .isEqualTo(401);
    byte[] garbage = ("{\"name\": " + TYPED).getBytes(StandardCharsets.UTF_8);
    assertThat(
            bed.gateway
                .post(
                    "operator-client",
                    "/operation/first-administrators",
                    "application/json",
                    garbage)
                .statusCode())
        .isEqualTo(400);
    assertThat(
            bed.gateway
                .post(
                    "municipal-client-" + ISHINOMAKI,
                    "/municipal/inquiries",
                    "application/xml",
                    ("<message>" + TYPED).getBytes(StandardCharsets.UTF_8))
                .statusCode())
        .isEqualTo(400);
    assertThat(
            bed.gateway
                .post(
                    "network-client",
                    "/network/" + ISHINOMAKI + "/provision-requests",
                    "application/cms",
                    garbage)
                .statusCode())
        .isEqualTo(202);
    await().atMost(AT_MOST).until(() -> log.everything().contains("cannot be verified"));
  }

  @Test // MS-93
  @DisplayName("測定値に個人情報も処理通番も利用者もない")
  void measuresNameNobodyAndNoExchange() {
    await()
        .atMost(AT_MOST)
        .until(() -> bed.measure("chukan_exchange_seconds_count", "step=\"WHOLE\"").isPresent());
    assertSilent(bed.measures(), personal, following);
  }

  @Test // MS-93
  @DisplayName("トレースに個人情報も処理通番も利用者もない")
  void spansNameNobodyAndNoExchange() {
    List<SpanData> spans = bed.spans();
    assertThat(spans).extracting(SpanData::getName).contains("query", "send-answer");
    assertThat(spans)
        .extracting(SpanData::getName)
        .contains(
            "http post /console/login",
            "receive-inquiry-answer",
            "http post /municipal/replicas",
            "http post /operation/first-administrators");
    assertSilent(
        spans.stream().map(NothingPersonalIT::text).collect(Collectors.joining("\n")),
        personal,
        following);
  }

  @Test // MS-93
  @DisplayName("稼働状態に個人情報がない")
  void healthNamesNobody() {
    String health = bed.management("/actuator/health").body();
    assertThat(health).contains("\"evidence\"", "\"keys\"", "\"permissionList\"", "\"jms\"");
    assertSilent(health, personal, following);
  }

  @Test // MS-93
  @DisplayName("ログに個人情報がない")
  void logsNameNobody() {
    String everything = log.everything();
    assertThat(everything).contains(" released", "cannot be verified");
    assertSilent(everything, personal, List.of());
  }

  @Test
  @DisplayName("ログの各行にトレースの番号がある")
  void aLineOfTracedWorkHasItsTrace() {
    assertThat(log.written)
        .filteredOn(line -> line.contains(" released") || line.contains("cannot be verified"))
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(line -> line.startsWith("{"))
        .allMatch(line -> line.matches("(?s).*\"trace\\.id\":\"[0-9a-f]{32}\".*"));
  }

  private static void assertSilent(String emitted, List<String> secrets, List<String> more) {
    for (String secret : Stream.concat(secrets.stream(), more.stream()).toList()) {
      for (String form : forms(secret)) {
        int at = emitted.indexOf(form);
        assertThat(at)
            .as(() -> form + " in: " + emitted.substring(Math.max(0, at - 200), at + 50))
            .isNegative();
      }
    }
  }

  /** As it is, and as it may be written. */
  private static List<String> forms(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    return List.of(
        secret,
        URLEncoder.encode(secret, StandardCharsets.UTF_8),
        HexFormat.of().formatHex(bytes),
        Base64.getEncoder().withoutPadding().encodeToString(bytes),
        escaped(secret));
  }

  private static String escaped(String secret) {
    return secret
        .chars()
        .mapToObj(each -> each < 128 ? String.valueOf((char) each) : "\\u%04x".formatted(each))
        .collect(Collectors.joining());
  }

  private static String text(SpanData span) {
    @Nullable String status = span.getStatus().getDescription();
    return String.join(
        " ",
        span.getName(),
        span.getAttributes().toString(),
        span.getEvents().toString(),
        span.getLinks().toString(),
        status,
        span.getSpanContext().getTraceState().asMap().toString(),
        span.getResource().toString());
  }
}
