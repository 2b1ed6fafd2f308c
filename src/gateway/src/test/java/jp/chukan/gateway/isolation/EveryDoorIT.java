package jp.chukan.gateway.isolation;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.chukan.contract.SampleMessages;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.Message;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.RunningGateway;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint that the server itself lists, apart from the console's, with the certificate of
 * somebody else: a new one is among them by itself.
 */
@DisplayName("すべての受付口と、ほかの機関の証明書")
class EveryDoorIT {
  private static final String MUNICIPAL = "/municipal/";
  private static final String OF_TESTS = "/test/";

  /** Who comes through which door. */
  private static final Map<String, String> CLIENTS =
      Map.of(
          MUNICIPAL,
          "municipal-client-" + TSUKUBA,
          "/network/",
          "network-client",
          "/disclosure/",
          "disclosure-client",
          "/operation/",
          "operator-client");

  /** What names its sender inside, and the message that does. */
  private static final Map<String, String> MESSAGES =
      Map.of(
          "/municipal/linkage-codes", "IF_FGU_10101_R01",
          "/municipal/replicas", "IF_DBM_20113_R01",
          "/municipal/response-modes", "IF_DBM_20213_R01",
          "/municipal/replica-inquiries", "IF_DBM_20301_R01",
          "/municipal/inquiries", "IF_SKI_40101_R01",
          "/municipal/inquiry-results", "IF_SKI_40201_R01",
          "/municipal/notices", "IF_OSR_80101_R01");

  /** What has no place for an institution: whose it is says the certificate alone. */
  private static final Set<String> NAMELESS =
      Set.of(
          "/municipal/grants",
          "/municipal/inquiry-files/{fileName}",
          "/municipal/reconciliations/{information}");

  private static final RunningGateway gateway = RunningGateway.timed();
  private static final List<Entry> ENTRIES = entries();

  private static Map<String, String> numbers;

  private final SoftAssertions softly = new SoftAssertions();

  /** An endpoint: what is done, at which address, with which kind of body. */
  private record Entry(RequestMethod method, String pattern, String consumes) {

    String door() {
      return pattern.substring(0, pattern.indexOf('/', 1) + 1);
    }

    String with(String number) {
      return pattern.replaceAll("\\{[^}]+}", number);
    }

    @Override
    public String toString() {
      return method + " " + pattern;
    }
  }

  @BeforeAll
  static void fill() {
    String at =
        gateway
            .context()
            .getBean(InstantSource.class)
            .instant()
            .atOffset(ZoneOffset.UTC)
            .toString();
    String number = ProvisionDraft.freshNumber().value();
    String reception = ProvisionDraft.freshNumber().value();
    gateway
        .database()
        .everything()
        .sql(
            """
            insert into linkage_acquisition values (:institution, '000008000000001', :number, :at);
            insert into inquiry_request values (:institution, :reception, 'FILE',
              'P640R110_' || :reception || '.DAT', sha256('x'), 1, :at, null);
            insert into inquiry (institution_code, processing_number, reception_number, line_number,
              state, error_code, received_at, answer_until)
            values (:institution, :number, :reception, 1, 'SENT', null, :at, :at);
            insert into citizen_notice (institution_code, notice_number, addressee_number,
              record_number, department_code, user_id, content, issued_on, ends_on, registered_at)
            values (:institution, :reception, '000008000000001', :reception, 'D001', 'kakuu-01', 'x',
              '2026-01-01', '2036-01-01', :at);
            insert into reconciliation (institution_code, reconciliation_number, information_code,
              items, form, taken_by, taken_at, content_hash, records, state, ended_at)
            values (:institution, :reception, 'TM00000000000001', '{}', 'CSV', 'of-a-test', :at,
              sha256('x'), 1, 'CANCELLED', :at);
            """
                .replace(":institution", "'" + ISHINOMAKI + "'")
                .replace(":reception", "'" + reception + "'")
                .replace(":number", "'" + number + "'")
                .replace(":at", "'" + at + "'"))
        .update();
    numbers =
        Map.of(
            "/municipal/linkage-codes/{processingNumber}", number,
            "/municipal/inquiries/{processingNumber}", number,
            "/municipal/inquiry-files/{number}", reception,
            "/municipal/inquiry-files/{number}/result", reception,
            "/municipal/notices/{number}", reception,
            "/municipal/reconciliations/{number}", reception);
  }

  @AfterEach
  void allOfThem() {
    softly.assertAll();
  }

  @Test // JN-01, MS-09, MS-39
  @DisplayName("登録のない証明書では、どの受付口も開かない")
  void nothingOpensToAStranger() throws IOException, InterruptedException {
    assertThat(ENTRIES).hasSizeGreaterThan(25);
    for (Entry entry : ENTRIES) {
      HttpResponse<String> answer = call("stranger-client", entry, entry.with(ISHINOMAKI.value()));
      softly.assertThat(answer.statusCode()).as(entry.toString()).isEqualTo(403);
      softly
          .assertThat(code(answer))
          .as(entry.toString())
          .isEqualTo(ErrorCode.SCM_CLIENT_NOT_REGISTERED.id());
      softly
          .assertThatThrownBy(() -> call(null, entry, entry.with(ISHINOMAKI.value())))
          .as("%s without a certificate", entry)
          .isInstanceOf(IOException.class);
    }
  }

  @Test // MS-09, MS-39, MS-90, MS-93, MS-94, JN-31
  @DisplayName("どの受付口も、ほかの役割の証明書では開かない")
  void nothingOpensToAnotherRole() throws IOException, InterruptedException {
    for (Entry entry : ENTRIES) {
      assertThat(CLIENTS).as(entry.toString()).containsKey(entry.door());
      for (Map.Entry<String, String> client : CLIENTS.entrySet()) {
        if (!client.getKey().equals(entry.door())) {
          HttpResponse<String> answer =
              call(client.getValue(), entry, entry.with(ISHINOMAKI.value()));
          softly
              .assertThat(answer.statusCode())
              .as("%s by %s", entry, client.getValue())
              .isEqualTo(403);
          softly
              .assertThat(code(answer))
              .as("%s by %s", entry, client.getValue())
              .isEqualTo(ErrorCode.SCM_FOREIGN_INSTITUTION.id());
        }
      }
    }
  }

  @Test // MS-39, MS-96
  @DisplayName("ほかの団体の番号は、存在しない番号と同じ応答になる")
  void anothersNumberAnswersLikeOneThatDoesNotExist() throws IOException, InterruptedException {
    for (Entry entry : ENTRIES) {
      if (!entry.door().equals(MUNICIPAL) || entry.method() != RequestMethod.GET) {
        continue;
      }
      String own = address(entry, numbers.getOrDefault(entry.pattern(), known()));
      String nobodys = address(entry, known().replaceAll("[0-9]", "7"));
      HttpResponse<String> foreign = call(CLIENTS.get(MUNICIPAL), entry, own);
      HttpResponse<String> unknown = call(CLIENTS.get(MUNICIPAL), entry, nobodys);
      softly.assertThat(foreign.statusCode()).as(entry.toString()).isEqualTo(unknown.statusCode());
      softly.assertThat(told(foreign)).as(entry.toString()).isEqualTo(told(unknown));
      for (String number : numbers.values()) {
        softly.assertThat(foreign.body()).as(entry.toString()).doesNotContain(number);
      }
      if (numbers.containsKey(entry.pattern())) {
        softly.assertThat(foreign.statusCode()).as(entry.toString()).isEqualTo(404);
        softly
            .assertThat(call("municipal-client-" + ISHINOMAKI, entry, own).statusCode())
            .as("%s by its own institution", entry)
            .isNotEqualTo(404);
      } else {
        softly.assertThat(entry.pattern()).as("no number of it is known here").doesNotContain("{");
      }
    }
  }

  @Test // MS-39, MS-96
  @DisplayName("機関コードは証明書から定まり、電文に書かれた他機関の名では受け付けない")
  void noMessageIsTakenInAnothersName() throws IOException, InterruptedException {
    for (Entry entry : ENTRIES) {
      if (!entry.door().equals(MUNICIPAL) || entry.method() == RequestMethod.GET) {
        continue;
      }
      String type = MESSAGES.get(entry.pattern());
      if (type == null) {
        softly.assertThat(NAMELESS).as("who is named inside?").contains(entry.pattern());
        continue;
      }
      HttpResponse<String> answer =
          send(CLIENTS.get(MUNICIPAL), entry, entry.pattern(), ofIshinomaki(type, entry));
      softly.assertThat(answer.statusCode()).as(entry.toString()).isEqualTo(403);
      softly
          .assertThat(code(answer))
          .as(entry.toString())
          .isEqualTo(ErrorCode.SCM_FOREIGN_INSTITUTION.id());
    }
  }

  private static String known() {
    return Objects.requireNonNull(numbers.get("/municipal/inquiries/{processingNumber}"));
  }

  private static String address(Entry entry, String number) {
    return entry.pattern().contains("{")
        ? entry.with(number)
        : entry.pattern() + "?processingNumber=" + number + "&number=" + number;
  }

  private static String ofIshinomaki(String type, Entry entry) {
    Message sample =
        SampleMessages.messages().stream()
            .filter(message -> message.header().messageTypeId().equals(type))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no message of type " + type));
    String message =
        new String(XmlMessages.write(sample), StandardCharsets.UTF_8)
            .replaceAll("(<SourceSystemID>)[^<]*", "$1T000104202")
            .replaceAll("(<DestinationSystemID>)[^<]*", "$1K000000001");
    return entry.consumes().startsWith("multipart")
        ? "--b\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\n"
            + message
            + "\r\n--b--\r\n"
        : message;
  }

  private static HttpResponse<String> call(
      @Nullable String certificate, Entry entry, String address)
      throws IOException, InterruptedException {
    return send(certificate, entry, address, "x");
  }

  private static HttpResponse<String> send(
      @Nullable String certificate, Entry entry, String address, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(gateway.uri(address));
    if (entry.method() == RequestMethod.GET) {
      request.GET();
    } else {
      String boundary = entry.consumes().startsWith("multipart") ? "; boundary=b" : "";
      request
          .header("Content-Type", entry.consumes() + boundary)
          .method(entry.method().name(), BodyPublishers.ofString(body));
    }
    return gateway.client(certificate).send(request.build(), BodyHandlers.ofString());
  }

  private static String code(HttpResponse<String> answer) {
    return String.valueOf(
        XmlMessages.read(Acknowledgement.class, answer.body().getBytes(StandardCharsets.UTF_8))
            .body()
            .errorCode());
  }

  /** Without the number that each answer has of its own. */
  private static String told(HttpResponse<String> answer) {
    return answer.body().replaceAll("<MSGID>[^<]*</MSGID>", "");
  }

  private static List<Entry> entries() {
    return gateway
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .stream()
        .flatMap(EveryDoorIT::entries)
        .sorted(Comparator.comparing(Entry::toString))
        .toList();
  }

  private static Stream<Entry> entries(RequestMappingInfo info) {
    String consumes =
        info.getConsumesCondition().getConsumableMediaTypes().stream()
            .findFirst()
            .map(String::valueOf)
            .orElse("application/octet-stream");
    return info.getPatternValues().stream()
        .filter(pattern -> !pattern.startsWith("/console") && !pattern.equals("/error"))
        .filter(pattern -> !pattern.contains(OF_TESTS))
        .flatMap(
            pattern ->
                info.getMethodsCondition().getMethods().stream()
                    .map(method -> new Entry(method, pattern, consumes)));
  }
}
