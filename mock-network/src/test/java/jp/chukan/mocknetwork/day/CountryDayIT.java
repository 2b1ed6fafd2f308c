package jp.chukan.mocknetwork.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation;
import jp.chukan.mocknetwork.residentrecords.LoadNeighbours;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A day changes everybody, so it is played in a country of its own. */
@DisplayName("国の一日")
@TestMethodOrder(OrderAnnotation.class)
class CountryDayIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static RunningCountry country;

  @BeforeAll
  static void startACountry() {
    country = RunningCountry.ofItsOwn();
    var registers = country.bean(ResidentRegisters.class);
    registers.municipalities().forEach(country.bean(LoadNeighbours.class)::load);
    country.bean(KeptMessages.class).awaitEmpty();
  }

  @AfterAll
  static void stopIt() throws IOException {
    country.stop();
  }

  private static JsonNode played() {
    return await()
        .atMost(PATIENCE)
        .until(() -> country.get("day"), day -> !day.path("state").path("running").asBoolean());
  }

  @Test
  @Order(1)
  @DisplayName("一日の終わりに、すべての写しが正本と同じで、断られたのは断らせたものだけ")
  void atTheEndEveryCopyIsEqualAndOnlyWhatWasProvokedWasRefused() throws IOException {
    int before = everybody();
    try (var stream = watch()) {
      JsonNode begun = country.post("day", order(40, LocalDate.of(2026, 11, 3)));
      assertThat(begun.path("state").path("day").asText()).isEqualTo("2026-11-03");

      Set<String> heard = new HashSet<>();
      for (String line = stream.readLine(); line != null; line = stream.readLine()) {
        if (line.startsWith("event:")) {
          heard.add(line.substring("event:".length()));
        }
        if (heard.contains("report")) {
          break;
        }
      }
      assertThat(heard).contains("messages", "state", "report");
    }
    JsonNode day = played();
    JsonNode report = day.path("report");

    assertThat(report.path("failures")).as(report.toPrettyString()).isEmpty();
    assertThat(day.path("passed").asBoolean()).isTrue();
    assertThat(report.path("events").size()).isGreaterThan(8);
    assertThat(everybody()).isGreaterThan(before);
    assertThat(report.path("outages")).hasSize(2);
    assertThat(report.path("border").path("messages").asInt()).isPositive();
    assertThat(report.path("border").path("found")).isEmpty();
    assertThat(report.path("border").path("people").asInt()).isGreaterThan(before);
    assertThat(report.path("comparisons"))
        .filteredOn(one -> one.path("file").asText().startsWith("中間サーバーの副本"))
        .hasSize(3)
        .allSatisfy(one -> assertThat(one.path("same").asInt()).isPositive());
    assertThat(report.path("refusals").path("provoked"))
        .isEqualTo(report.path("refusals").path("matched"));
  }

  @Test
  @Order(2)
  @DisplayName("何も、だれの番号も、一日の様子に現れない")
  void whatIsToldOfADaySaysNothingAboutPersons() {
    String told = country.get("day").toString();

    country.bean(ResidentRegisters.class).municipalities().stream()
        .flatMap(one -> country.bean(ResidentRegisters.class).of(one).everybody().stream())
        .forEach(
            resident ->
                assertThat(told)
                    .doesNotContain(resident.recordCode().value())
                    .doesNotContain(resident.basicInformation().name()));
  }

  @Test
  @Order(3)
  void aDayThatIsNotLaterThanTheLastIsNotPlayed() {
    assertThat(country.post("day", order(1, LocalDate.of(2026, 11, 3))).path("error").asText())
        .contains("played already");
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    assertThat(country.post("day", order(1, today)).path("error").asText())
        .contains("only a day that is over");
  }

  @Test
  @Order(4)
  @DisplayName("副本が一つ違えば、一日は失敗である")
  void aSingleDifferentReplicaFailsTheDay() {
    country.gateway().replicas().spoilOne(HouseholdInformation.INFORMATION);
    country.post("day", order(0, LocalDate.of(2026, 11, 4)));

    JsonNode day = played();

    assertThat(day.path("passed").asBoolean()).isFalse();
    assertThat(day.path("report").path("failures").toString()).contains("中間サーバーの副本");
  }

  @Test
  @Order(5)
  @DisplayName("一日のページは、地図に全システムを載せ、外のスクリプトを許さない")
  void thePageShowsEverySystemAndAllowsNoForeignScript() throws IOException, InterruptedException {
    HttpResponse<String> page = get("/day");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'");
    assertThat(page.body())
        .contains("id=\"municipal-server-08220\"", "id=\"national-server\"", "id=\"server\"")
        .doesNotContain("style=\"")
        .doesNotContain("onclick");
    assertThat(get("/day/day.js").statusCode()).isEqualTo(200);
    assertThat(get("/day/day.css").statusCode()).isEqualTo(200);
  }

  @Test
  void thePageIsOnTheControlPortOnly() {
    var response =
        country.send("gateway-client", HttpRequest.newBuilder(country.https("/day")).build());

    assertThat(response.statusCode()).isEqualTo(404);
  }

  private static int everybody() {
    var registers = country.bean(ResidentRegisters.class);
    return registers.municipalities().stream()
        .mapToInt((InstitutionCode one) -> registers.of(one).everybody().size())
        .sum();
  }

  private static String order(int events, LocalDate date) {
    return """
        {"date":"%s","seed":7,"events":%d,"seconds":0,"inquiries":false}
        """
        .formatted(date, events);
  }

  private static BufferedReader watch() throws IOException {
    try {
      var response =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(country.onControlPort("/day/events")).build(),
                  HttpResponse.BodyHandlers.ofInputStream());
      assertThat(response.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(country.onControlPort(path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
