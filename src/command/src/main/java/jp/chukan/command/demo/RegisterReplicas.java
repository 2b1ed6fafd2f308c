package jp.chukan.command.demo;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** The 住民記録システム sends 世帯情報 of every resident as 「副本」 through the hub (MS-58). */
final class RegisterReplicas implements DemoStep {
  private static final int PORTION = 250;

  @Override
  public String title() {
    return "副本 registered";
  }

  @Override
  public boolean isFoundation() {
    return true;
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    var accepted = new AtomicInteger();
    var refused = new AtomicInteger();
    scene.forAllPersons(
        PORTION,
        (municipality, from, to) -> {
          var counts =
              scene
                  .control()
                  .post(
                      "/control/municipalities/%s/replicas".formatted(municipality),
                      range -> range.put("from", from).put("to", to));
          accepted.addAndGet(counts.path("accepted").asInt());
          refused.addAndGet(counts.path("refused").asInt());
        });
    return StepOutcome.of(
        accepted.get() == scene.persons() && refused.get() == 0,
        "%,d records of 住民票関係情報, %,d refused".formatted(accepted.get(), refused.get()));
  }
}
