package jp.chukan.command.demo;

import java.io.IOException;

/** The same 「提供要求」 delivered again and again has one answer and one record. */
final class AnswerDuplicatesOnce implements DemoStep {
  private static final int DELIVERIES = 10;

  @Override
  public String title() {
    return "提供要求 delivered ten times, answered once";
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    int resident = scene.resident(false);
    var number =
        scene
            .ask(DemoScene.ITEM_OF_MINISTRY, resident, DELIVERIES)
            .path("processingNumber")
            .asText();
    scene.awaitEnd(number);
    // what concerns one person is taken in order: when this is answered, all ten were looked at
    var after = scene.ask(DemoScene.ITEM_OF_MINISTRY, resident).path("processingNumber").asText();
    scene.awaitEnd(after);
    int answers = scene.exchange(number).path("answersReceived").asInt();
    int records = scene.client(scene.firstMunicipality()).provisionRecords(number).size();
    return StepOutcome.of(
        answers == 1 && records == 1,
        "%d deliveries, %d answer, %d record".formatted(DELIVERIES, answers, records));
  }
}
