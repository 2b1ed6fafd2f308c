package jp.chukan.command.demo;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a demo showed.
 *
 * @param steps in the order in which they ran
 * @param planned how many there are; fewer ran when a foundation failed
 */
public record DemoReport(List<Line> steps, int planned) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public DemoReport {
    steps = List.copyOf(steps);
  }

  /**
   * One step.
   *
   * @param title what was shown
   * @param passed whether it came out as expected
   * @param seconds how long it took
   * @param outcome what came of it
   */
  public record Line(String title, boolean passed, double seconds, String outcome) {
    static Line of(String title, Duration taken, StepOutcome outcome) {
      return new Line(
          title,
          switch (outcome) {
            case StepOutcome.Met met -> true;
            case StepOutcome.Unmet unmet -> false;
          },
          taken.toMillis() / 1000.0,
          outcome.text());
    }

    /** Mark and time first, because only the terminal knows how wide Japanese text is. */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%-6s %6.1f s  %s: %s", passed ? "ok" : "FAILED", seconds, title, outcome);
    }
  }

  public boolean passed() {
    return steps.size() == planned && steps.stream().allMatch(Line::passed);
  }

  public double seconds() {
    return steps.stream().mapToDouble(Line::seconds).sum();
  }

  /** The last line of all. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%d of %d as expected, %.1f s.",
        steps.stream().filter(Line::passed).count(),
        planned,
        seconds());
  }

  /** The same for a machine. */
  public void writeTo(Path file) throws IOException {
    var root = JSON.createObjectNode();
    root.put("passed", passed());
    root.put("planned", planned);
    root.put("seconds", seconds());
    root.set("steps", JSON.valueToTree(steps));
    JSON.writeValue(file.toFile(), root);
  }
}
