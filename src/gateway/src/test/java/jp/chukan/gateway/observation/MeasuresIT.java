package jp.chukan.gateway.observation;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.chukan.gateway.console.CaseBed;
import jp.chukan.gateway.inquiry.InquiryExchange;
import jp.chukan.gateway.staff.StaffBed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("測定値")
class MeasuresIT {
  private static final Path DEPLOY = Path.of("../../deploy/observability");
  private static final Path DOCUMENT = Path.of("../../docs/observability.md");
  private static final Duration AT_MOST = Duration.ofSeconds(30);
  private static final String INSTITUTION = "institution=\"" + ISHINOMAKI + "\"";

  /** What stands in an expression beside names of measures. */
  private static final Pattern NO_MEASURE =
      Pattern.compile(
          "\\{[^}]*}|\\[[^]]*]|\"[^\"]*\"|\\b(by|without|on)\\s*\\([^)]*\\)|[a-z_0-9]+\\s*(?=\\()"
              + "|\\b(by|without|and|or|unless)\\b|\\b(sum|min|max)\\b");

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]+");

  private static ObservationBed bed;

  @BeforeAll
  static void conductExchanges() throws Exception {
    bed = new ObservationBed();
    bed.provide();
    new InquiryExchange(bed.gateway).conduct(bed.clock.instant());
    new CaseBed(new StaffBed(bed.gateway)).hold();
  }

  @Test // MS-79
  @DisplayName("一件のやりとりについて四つの時間を測る")
  void fourTimesOfAnExchangeAreMeasured() {
    for (ExchangeStep step : ExchangeStep.values()) {
      await()
          .atMost(AT_MOST)
          .untilAsserted(
              () ->
                  assertThat(count("PROVIDER", "PROVIDED", step))
                      .as(step.name())
                      .hasValueSatisfying(times -> assertThat(times).isGreaterThanOrEqualTo(1)));
    }
    assertThat(count("PROVIDER", "AWAITING_APPROVAL", ExchangeStep.DECISION)).isPresent();
    assertThat(count("INQUIRER", "PROVIDED", ExchangeStep.DECISION)).isPresent();
    await()
        .atMost(AT_MOST)
        .untilAsserted(
            () -> assertThat(count("INQUIRER", "SENT", ExchangeStep.RECEIPT)).isPresent());
    assertThat(count("INQUIRER", "SENT", ExchangeStep.PUBLICATION)).isPresent();
    assertThat(bed.measure("chukan_exchange_seconds_bucket", INSTITUTION, "le=\"0.25\""))
        .isPresent();
  }

  private static java.util.Optional<Double> count(String side, String outcome, ExchangeStep step) {
    return bed.measure(
        "chukan_exchange_seconds_count",
        INSTITUTION,
        "side=\"" + side + "\"",
        "outcome=\"" + outcome + "\"",
        "step=\"" + step + "\"");
  }

  @Test // MS-79
  @DisplayName("待ちと期限を測る")
  void whatWaitsAndWhatRunsOutIsMeasured() {
    await()
        .atMost(AT_MOST)
        .untilAsserted(
            () ->
                assertThat(bed.measure("chukan_cases_waiting", INSTITUTION, "AWAITING"))
                    .hasValueSatisfying(cases -> assertThat(cases).isGreaterThanOrEqualTo(1)));
    assertThat(bed.measure("chukan_cases_left_seconds", INSTITUTION))
        .hasValueSatisfying(left -> assertThat(left).isBetween(0.0, 600.0));
    assertThat(bed.measure("chukan_permission_list_age_seconds"))
        .hasValueSatisfying(age -> assertThat(age).isBetween(0.0, 3600.0));
    assertThat(bed.measure("chukan_certificate_left_days", INSTITUTION, "use=\"SIGNING\""))
        .hasValueSatisfying(days -> assertThat(days).isPositive());
    assertThat(bed.measure("chukan_queue_messages", "queue=\"network.answer.0220104202101700\""))
        .isPresent();
    assertThat(bed.measure("chukan_queue_age_seconds", "queue=\"network.answer.0220104202101700\""))
        .isPresent();
    assertThat(bed.measure("chukan_outbox_messages", INSTITUTION, "queue=\"ANSWER\"")).isPresent();
    assertThat(bed.measure("chukan_outbox_age_seconds", INSTITUTION)).isPresent();
    assertThat(bed.measure("chukan_dead_letters", INSTITUTION)).isPresent();
    assertThat(bed.measure("chukan_evidence_delay_seconds", INSTITUTION)).isPresent();
    assertThat(bed.measure("chukan_evidence_left_seconds", INSTITUTION)).isPresent();
    assertThat(bed.measures()).contains("hikaricp_connections_active{", "jvm_memory_used_bytes{");
  }

  @Test // MS-95
  @DisplayName("拒否した要求を数える")
  void requestsThatAreRefusedAreCounted() throws Exception {
    String[] refused = {"http_server_requests_seconds_count", "status=\"403\""};
    double before = bed.measure(refused[0], refused[1]).orElse(0.0);
    assertThat(bed.gateway.get("network-client", "/municipal/approval-cases").statusCode())
        .isEqualTo(403);
    await()
        .atMost(AT_MOST)
        .untilAsserted(
            () ->
                assertThat(bed.measure(refused[0], refused[1]))
                    .hasValueSatisfying(times -> assertThat(times).isEqualTo(before + 1)));
  }

  @Test // MS-79
  @DisplayName("ダッシュボードと警報は、実在し説明のある測定値だけを使う")
  void theDashboardAndTheAlertsNameOnlyWhatIsMeasuredAndDescribed() throws IOException {
    JsonNode dashboard = new ObjectMapper().readTree(DEPLOY.resolve("dashboard.json").toFile());
    JsonNode alerts = new YAMLMapper().readTree(DEPLOY.resolve("alerts.yaml").toFile());
    assertThat(alerts.findValuesAsText("alert")).hasSizeGreaterThan(8).doesNotHaveDuplicates();
    Set<String> named = new TreeSet<>();
    List<String> expressions = new ArrayList<>(dashboard.findValuesAsText("expr"));
    expressions.addAll(alerts.findValuesAsText("expr"));
    expressions.forEach(expression -> named.addAll(names(expression)));
    assertThat(named)
        .contains(
            "chukan_permission_list_age_seconds",
            "chukan_certificate_left_days",
            "chukan_queue_messages",
            "chukan_cases_left_seconds",
            "chukan_evidence_delay_seconds",
            "chukan_dead_letters",
            "chukan_exchange_seconds_bucket");
    String document = Files.readString(DOCUMENT);
    await()
        .atMost(AT_MOST)
        .untilAsserted(
            () -> {
              String page = bed.measures();
              assertThat(named).allMatch(name -> ObservationBed.isOn(page, name));
            });
    assertThat(named).map(MeasuresIT::stem).allMatch(document::contains);
  }

  @Test
  @DisplayName("独自の測定値はすべて説明がある")
  void everyMeasureOfOurOwnIsDescribedAndEveryDescribedOneExists() throws Exception {
    // refusals are counted from the first one on
    assertThat(bed.gateway.get("network-client", "/municipal/approval-cases").statusCode())
        .isEqualTo(403);
    Set<String> described = found("^\\| `(chukan_[a-z_]+)` \\|", Files.readString(DOCUMENT));
    await()
        .atMost(AT_MOST)
        .untilAsserted(
            () ->
                assertThat(found("^# TYPE (chukan_[a-z_]+?)(?:_max)? ", bed.measures()))
                    .isEqualTo(described));
  }

  private static Set<String> found(String pattern, String text) {
    Set<String> found = new TreeSet<>();
    Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(text)
        .results()
        .forEach(line -> found.add(line.group(1)));
    return found;
  }

  private static List<String> names(String expression) {
    Matcher found = NAME.matcher(NO_MEASURE.matcher(expression).replaceAll(" "));
    return found.results().map(result -> result.group()).toList();
  }

  /** Without what a histogram adds. */
  private static String stem(String name) {
    return Stream.of("_bucket", "_count", "_sum", "_active", "_pending")
        .reduce(name, (stem, end) -> stem.replaceFirst(end + "$", ""));
  }
}
