package jp.chukan.acceptance;

import static jp.chukan.acceptance.SharedInstallation.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.chukan.command.client.MunicipalClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("中間サーバーの強制停止")
class KilledGatewayIT {
  private static final int INQUIRIES = 60;

  private final SharedInstallation shared = SharedInstallation.get();

  @Test // MS-74
  void whatRanWhenTheServerWasKilledEndsOnceWithOneRecord() throws IOException {
    MunicipalClient municipality = shared.municipality(ISHINOMAKI);
    int before = municipality.provisionRecords().size();
    CompletableFuture<JsonNode> batch =
        CompletableFuture.supplyAsync(
            () ->
                shared.tell(
                    "inquiries/batch",
                    """
                    {"count": %d, "provider": "%s", "seed": 77, "concurrency": 4}
                    """
                        .formatted(INQUIRIES, ISHINOMAKI)));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> municipality.provisionRecords().size() > before);
    shared.installation().killGateway();
    shared.installation().startGateway();

    List<String> numbers = new ArrayList<>();
    batch.join().path("processingNumbers").forEach(number -> numbers.add(number.asText()));
    assertThat(numbers).hasSize(INQUIRIES).doesNotHaveDuplicates();
    for (String number : numbers) {
      await()
          .atMost(Duration.ofSeconds(90))
          .untilAsserted(() -> assertEndedOnce(number, municipality.provisionRecords(number)));
    }
  }

  /**
   * One record, one answer. Its bytes may have come twice: a process that was killed before it kept
   * the receipt sends them again, and the network takes other ones for no number twice (TKY-0113).
   */
  private void assertEndedOnce(String number, JsonNode records) {
    assertThat(records).as("records of %s", number).hasSize(1);
    String outcome = records.get(0).path("outcome").asText();
    JsonNode exchange = shared.ask("exchanges/" + number);
    if (outcome.equals("AWAITING_APPROVAL")) {
      assertThat(exchange.path("answersReceived").asInt()).as("answers to %s", number).isZero();
    } else {
      assertThat(exchange.path("state").asText())
          .as("state of %s", number)
          .isEqualTo(outcome.equals("PROVIDED") ? "ANSWERED" : "REFUSED");
      assertThat(exchange.path("matchesOriginal").asBoolean())
          .as("content of %s", number)
          .isEqualTo(outcome.equals("PROVIDED"));
    }
  }
}
