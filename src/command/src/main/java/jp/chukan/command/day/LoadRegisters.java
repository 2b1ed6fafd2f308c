package jp.chukan.command.day;

import java.io.IOException;
import jp.chukan.command.demo.DemoScene;
import jp.chukan.command.demo.DemoStep;
import jp.chukan.command.demo.StepOutcome;

/**
 * 「初期移行」: every municipality tells its neighbours about its residents, and the hub registers their
 * 世帯情報 as 副本 (MS-58).
 */
final class LoadRegisters implements DemoStep {

  @Override
  public String title() {
    return "registers loaded into every system, 副本 registered";
  }

  @Override
  public boolean isFoundation() {
    return true;
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    int done = 0;
    for (var municipality : scene.municipalities()) {
      scene
          .control()
          .post("/control/municipalities/%s/neighbours".formatted(municipality), o -> {});
      done++;
      scene.progress().report(done, scene.municipalities().size());
    }
    return new StepOutcome.Met("%,d persons of %d municipalities".formatted(scene.persons(), done));
  }
}
