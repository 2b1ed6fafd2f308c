package jp.chukan.command.demo;

import java.io.IOException;

/**
 * A ministry asks; it opens the answer with its own key, and it says what the register says
 * (MS-40).
 */
final class AnswerMinistry implements DemoStep {

  @Override
  public String title() {
    return "厚生労働大臣 inquires, answer opened with its own key";
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    var asked = scene.ask(DemoScene.ITEM_OF_MINISTRY, scene.resident(false));
    var exchange = scene.awaitEnd(asked.path("processingNumber").asText());
    boolean equal = exchange.path("matchesOriginal").asBoolean();
    return StepOutcome.of(
        exchange.path("state").asText().equals("ANSWERED") && equal,
        "%s after %d ms, content %s to the original"
            .formatted(
                exchange.path("state").asText(),
                exchange.path("elapsedMillis").asLong(),
                equal ? "equal" : "NOT equal"));
  }
}
