package jp.chukan.command.day;

import jp.chukan.command.demo.DemoScene;
import jp.chukan.command.demo.DemoStep;
import jp.chukan.command.demo.StepOutcome;

/** What was refused is what the day made be refused, one to one (JN-12). */
final class MatchRefusals implements DemoStep {
  private final PlayedDay day;

  MatchRefusals(PlayedDay day) {
    this.day = day;
  }

  @Override
  public String title() {
    return "refusals recorded, and only those that were provoked";
  }

  @Override
  public StepOutcome run(DemoScene scene) {
    var refusals = day.report().path("refusals");
    int missing = refusals.path("missing").size();
    int surplus = refusals.path("surplus").size();
    int provoked = refusals.path("provoked").asInt();
    return StepOutcome.of(
        refusals.isObject()
            && missing == 0
            && surplus == 0
            && provoked == refusals.path("matched").asInt(),
        "%,d provoked, %,d recorded, %,d because of an outage, %,d by nobody"
            .formatted(
                provoked,
                refusals.path("matched").asInt(),
                refusals.path("duringOutages").asInt(),
                surplus));
  }
}
