package jp.chukan.command.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.function.Consumer;
import jp.chukan.command.demo.DemoScene;
import jp.chukan.command.demo.DemoStep;
import jp.chukan.command.demo.StepOutcome;
import jp.chukan.command.installation.Waiting;

/** The day itself, and everything that belongs to its end. */
final class PlayTheDay implements DemoStep {
  private static final Duration AFTERWARDS = Duration.ofMinutes(15);
  private static final LocalTime OPENING = LocalTime.of(8, 30);
  private static final LocalTime CLOSING = LocalTime.of(20, 0);

  private final DayPlan plan;
  private final PlayedDay day;
  private final Consumer<String> teller;

  /**
   * @param teller told where the day can be watched
   */
  PlayTheDay(DayPlan plan, PlayedDay day, Consumer<String> teller) {
    this.plan = plan;
    this.day = day;
    this.teller = teller;
  }

  @Override
  public String title() {
    return "a day of the country";
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    teller.accept("       watch it at " + scene.installation().controlUri().resolve("/day"));
    scene
        .control()
        .post(
            "/control/day",
            order ->
                order
                    .put("seed", plan.seed())
                    .put("events", plan.events())
                    .put("seconds", plan.seconds()));
    Waiting.until(Duration.ofSeconds(plan.seconds()).plus(AFTERWARDS), () -> isOver(scene));
    var told = scene.control().get("/control/day");
    day.keep(told.path("report"));
    var report = day.report();
    int played = PlayedDay.each(report.path("scenes")).size();
    return told.path("passed").isMissingNode() || told.path("passed").isNull()
        ? new StepOutcome.Unmet("no end: " + told.path("state"))
        : StepOutcome.of(
            told.path("passed").asBoolean(),
            "%,d events of residents, %,d scenes, %,d messages%s"
                .formatted(sum(report.path("events")), played, messages(report), failures(report)));
  }

  private static boolean isOver(DemoScene scene) {
    try {
      var state = scene.control().get("/control/day").path("state");
      var time = LocalTime.parse(state.path("time").asText());
      scene
          .progress()
          .report(
              Duration.between(OPENING, time).toMinutes(),
              Duration.between(OPENING, CLOSING).toMinutes());
      return !state.path("running").asBoolean();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long messages(JsonNode report) {
    return PlayedDay.each(report.path("links")).stream()
        .mapToLong(link -> link.path("messages").asLong())
        .sum();
  }

  private static String failures(JsonNode report) {
    var failures = PlayedDay.each(report.path("failures")).stream().map(JsonNode::asText).toList();
    return failures.isEmpty() ? "" : "; " + String.join("; ", failures);
  }

  private static long sum(JsonNode counts) {
    return PlayedDay.each(counts).stream().mapToLong(JsonNode::asLong).sum();
  }
}
