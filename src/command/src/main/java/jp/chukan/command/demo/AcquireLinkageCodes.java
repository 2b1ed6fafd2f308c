package jp.chukan.command.demo;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.Waiting;

/**
 * Every resident gets a 「符号」: from the 宛名 hub to the server, by 処理通番 through the resident-register
 * network to the core system, and from there to the server (MS-30, MS-34).
 */
final class AcquireLinkageCodes implements DemoStep {
  private static final int PORTION = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @Override
  public String title() {
    return "符号 acquired through the resident-register network";
  }

  @Override
  public boolean isFoundation() {
    return true;
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    var refused = new AtomicInteger();
    scene.forAllPersons(
        PORTION,
        (municipality, from, to) ->
            refused.addAndGet(
                scene
                    .control()
                    .post(
                        "/control/municipalities/%s/linkage-codes".formatted(municipality),
                        range -> range.put("from", from).put("to", to))
                    .path("refused")
                    .asInt()));
    Waiting.until(PATIENCE, () -> bound(scene) >= scene.persons());
    int bound = bound(scene);
    return StepOutcome.of(
        bound == scene.persons() && refused.get() == 0,
        "%,d persons of %d municipalities, %,d refused"
            .formatted(bound, scene.municipalities().size(), refused.get()));
  }

  /** No code can be seen from outside; the database says how many different ones there are. */
  private static int bound(DemoScene scene) {
    try (var connection = scene.installation().postgres().connect("postgres", "chukan");
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery("SELECT count(DISTINCT linkage_code) FROM linkage_code")) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException | IOException e) {
      throw new InstallationException("cannot count the codes: " + e.getMessage(), e);
    }
  }
}
