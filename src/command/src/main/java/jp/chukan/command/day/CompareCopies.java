package jp.chukan.command.day;

import jp.chukan.command.demo.DemoScene;
import jp.chukan.command.demo.DemoStep;
import jp.chukan.command.demo.StepOutcome;

/** Every copy says what its original says, person by person. */
final class CompareCopies implements DemoStep {
  private final PlayedDay day;

  CompareCopies(PlayedDay day) {
    this.day = day;
  }

  @Override
  public String title() {
    return "every copy equal to its original";
  }

  @Override
  public StepOutcome run(DemoScene scene) {
    var files = PlayedDay.each(day.report().path("comparisons"));
    long entries = files.stream().mapToLong(file -> file.path("same").asLong()).sum();
    long wrong =
        files.stream()
            .mapToLong(
                file ->
                    file.path("different").asLong()
                        + file.path("missing").asLong()
                        + file.path("surplus").asLong())
            .sum();
    return StepOutcome.of(
        wrong == 0 && entries > 0,
        "%,d files with %,d entries, %,d differ".formatted(files.size(), entries, wrong));
  }
}
