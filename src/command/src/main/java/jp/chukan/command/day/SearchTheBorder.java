package jp.chukan.command.day;

import jp.chukan.command.demo.DemoScene;
import jp.chukan.command.demo.DemoStep;
import jp.chukan.command.demo.StepOutcome;

/** No 個人番号 and no 住民票コード of the country crossed the border to the server (MS-31). */
final class SearchTheBorder implements DemoStep {
  private final PlayedDay day;

  SearchTheBorder(PlayedDay day) {
    this.day = day;
  }

  @Override
  public String title() {
    return "no 個人番号 and no 住民票コード over the border";
  }

  @Override
  public StepOutcome run(DemoScene scene) {
    var border = day.report().path("border");
    return StepOutcome.of(
        border.path("found").isArray()
            && border.path("found").isEmpty()
            && border.path("messages").asLong() > 0,
        "%,d messages with %,d bytes searched for the numbers of %,d people, %,d found"
            .formatted(
                border.path("messages").asLong(),
                border.path("bytes").asLong(),
                border.path("people").asLong(),
                border.path("found").size()));
  }
}
