package jp.chukan.command.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import jp.chukan.command.installation.Waiting;

/** The broker is stopped and started while inquiries of all inquirers come in: none is lost. */
final class SurviveBrokerRestart implements DemoStep {
  private static final int CONCURRENCY = 4;
  private static final int SEED = 20261001;
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @Override
  public String title() {
    return "broker restarted in mid-flow, nothing lost";
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    int before = ExchangeRecords.countOfNetwork(scene);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var batch = executor.submit(() -> inquireAll(scene));
      Waiting.until(
          PATIENCE,
          () ->
              batch.isDone()
                  || ExchangeRecords.countOfNetwork(scene) - before > scene.inquiries() / 4);
      boolean inMidFlow = !batch.isDone();
      scene.management().post("/actuator/broker", order -> order.put("action", "restart"));
      var numbers = batch.get();
      int answered = awaitAnswers(scene, numbers);
      return StepOutcome.of(
          inMidFlow && numbers.size() == scene.inquiries() && answered == numbers.size(),
          "%,d inquiries, %,d answered and equal to the original%s"
              .formatted(numbers.size(), answered, inMidFlow ? "" : "; the restart came too late"));
    } catch (ExecutionException e) {
      throw new IOException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static List<String> inquireAll(DemoScene scene) throws IOException {
    var numbers = new ArrayList<String>();
    scene
        .control()
        .post(
            "/control/inquiries/batch",
            order ->
                order
                    .put("count", scene.inquiries())
                    .put("seed", SEED)
                    .put("concurrency", CONCURRENCY)
                    .put("from", 0)
                    .put("to", scene.personsOfEach()))
        .path("processingNumbers")
        .forEach(number -> numbers.add(number.asText()));
    return numbers;
  }

  private static int awaitAnswers(DemoScene scene, List<String> numbers) throws IOException {
    int answered = 0;
    for (var number : numbers) {
      var exchange = scene.awaitEnd(number);
      if (exchange.path("state").asText().equals("ANSWERED")
          && exchange.path("matchesOriginal").asBoolean()) {
        answered++;
      }
      scene.progress().report(answered, numbers.size());
    }
    return answered;
  }
}
