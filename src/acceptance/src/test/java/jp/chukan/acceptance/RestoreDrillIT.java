package jp.chukan.acceptance;

import static jp.chukan.acceptance.SharedInstallation.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import jp.chukan.command.client.OperatorClient;
import jp.chukan.command.installation.InstallationOptions;
import jp.chukan.command.installation.Restoration;
import jp.chukan.command.installation.Restoration.Head;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was backed up in the middle of the work goes on from there as if nothing had happened. */
@DisplayName("バックアップからの復元訓練")
class RestoreDrillIT {
  private static final int INQUIRIES = 60;
  private static final int AFTERWARDS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final SharedInstallation shared = SharedInstallation.get();

  @Test // MU-12, JN-30, MS-74
  void aDrillEndsWithEqualHeadsAndEveryExchangeOnce() throws IOException, SQLException {
    int before = shared.municipality(ISHINOMAKI).provisionRecords().size();
    CompletableFuture<JsonNode> batch = inquiries(INQUIRIES, 91);
    await()
        .atMost(PATIENCE)
        .until(() -> shared.municipality(ISHINOMAKI).provisionRecords().size() > before);
    JsonNode made =
        OperatorClient.connect(shared.installation().gatewayUri(), shared.installation().keys())
            .backup();
    batch.join();
    Map<String, List<String>> heads = heads();
    List<String> recordedTwice = recordedTwice();

    List<Head> restored = new ArrayList<>();
    shared.whileStopped(options -> restored.addAll(restore(options, made)));

    assertThat(restored).isNotEmpty();
    assertThat(restored.stream().map(head -> head.institution() + " " + head.sha256()))
        .containsExactlyElementsOf(headsOf(made));
    // Whatever was sealed up to the backup is sealed by the same heads, and nothing has changed
    // them.
    restored.forEach(head -> assertThat(heads.get(head.institution())).contains(head.sha256()));
    Map<String, List<String>> now = heads();
    restored.forEach(head -> assertThat(now.get(head.institution())).contains(head.sha256()));
    assertEveryExchangeOnce(recordedTwice);
    assertItGoesOn();
  }

  private CompletableFuture<JsonNode> inquiries(int count, int seed) {
    return CompletableFuture.supplyAsync(
        () ->
            shared.tell(
                "inquiries/batch",
                """
                {"count": %d, "provider": "%s", "seed": %d, "concurrency": 4}
                """
                    .formatted(count, ISHINOMAKI, seed)));
  }

  private List<Head> restore(InstallationOptions options, JsonNode made) {
    Path keys = options.runDirectory().resolve("keys");
    return Restoration.restore(
        options,
        new Restoration.Order(
            options.runDirectory().resolve("backups").resolve(made.get("file").asText()),
            keys.resolve("backup-0030099000021700.p12"),
            keys.resolve("password"),
            keys.resolve("root.pem"),
            true),
        step -> {});
  }

  private static List<String> headsOf(JsonNode made) {
    List<String> heads = new ArrayList<>();
    made.get("heads")
        .forEach(
            head ->
                heads.add(head.get("institution").asText() + " " + head.get("sha256").asText()));
    return heads;
  }

  /** Every head of each institution, as the database has them. */
  private Map<String, List<String>> heads() throws IOException, SQLException {
    Map<String, List<String>> heads = new TreeMap<>();
    try (var connection = shared.installation().postgres().connect("chukan_backup", "chukan");
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select institution_code, encode(sha256(signed_head), 'hex') from tree_head")) {
      while (rows.next()) {
        heads.computeIfAbsent(rows.getString(1), code -> new ArrayList<>()).add(rows.getString(2));
      }
    }
    return heads;
  }

  /** What waited in queues and outbox is worked off, and nothing is done a second time. */
  private void assertEveryExchangeOnce(List<String> before) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(texts("select number from outbox")).isEmpty();
              assertThat(recordedTwice()).isSubsetOf(before);
            });
  }

  /** A request that somebody plays again is refused, with a record of its own. */
  private List<String> recordedTwice() throws IOException, SQLException {
    return texts(
        """
        select processing_number from provision_record
         group by institution_code, processing_number, side
        having count(*) > 1
        """);
  }

  private void assertItGoesOn() {
    JsonNode afterwards = inquiries(AFTERWARDS, 92).join();
    assertThat(afterwards.path("processingNumbers")).hasSize(AFTERWARDS);
    for (JsonNode number : afterwards.path("processingNumbers")) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(shared.municipality(ISHINOMAKI).provisionRecords(number.asText()))
                      .hasSize(1));
    }
  }

  private List<String> texts(String query) throws IOException, SQLException {
    try (var connection = shared.installation().postgres().connect("chukan_backup", "chukan");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
