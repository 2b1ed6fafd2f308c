package jp.chukan.command.day;

import java.io.IOException;
import jp.chukan.command.demo.DemoScene;
import jp.chukan.command.demo.DemoStep;
import jp.chukan.command.demo.StepOutcome;

/** From the first 副本 on, everything that crosses the border to the server is searched (MS-31). */
final class WatchTheBorder implements DemoStep {

  @Override
  public String title() {
    return "border to the server watched";
  }

  @Override
  public boolean isFoundation() {
    return true;
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    var watching = scene.control().post("/control/border", order -> order.put("on", true));
    return StepOutcome.of(
        watching.path("on").asBoolean(), "requests, answers and what was in envelopes");
  }
}
