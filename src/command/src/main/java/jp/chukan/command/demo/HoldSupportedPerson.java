package jp.chukan.command.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.stream.StreamSupport;
import jp.chukan.command.client.MunicipalClient;
import jp.chukan.command.installation.Waiting;

/** A person under 「支援措置」 is 自動応答不可: the inquiry waits for staff and nothing leaves (MS-05). */
final class HoldSupportedPerson implements DemoStep {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Override
  public String title() {
    return "person under 支援措置 held for approval, nothing sent";
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    var client = scene.client(scene.firstMunicipality());
    var asked = scene.ask(DemoScene.ITEM_OF_MINISTRY, scene.resident(true));
    var number = asked.path("processingNumber").asText();
    boolean held = Waiting.until(PATIENCE, () -> isHeld(client, number));
    var exchange = scene.exchange(number);
    int answers = exchange.path("answersReceived").asInt();
    var state = exchange.path("state").asText();
    return StepOutcome.of(
        held && state.equals("PENDING") && answers == 0,
        "%s the approval queue, exchange %s, %d answers sent"
            .formatted(held ? "in" : "not in", state, answers));
  }

  private static boolean isHeld(MunicipalClient client, String number) {
    try {
      return StreamSupport.stream(client.approvalCases().spliterator(), false)
          .anyMatch(held -> held.path("processingNumber").asText().equals(number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
