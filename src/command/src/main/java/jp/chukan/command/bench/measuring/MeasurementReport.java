package jp.chukan.command.bench.measuring;

import java.io.IOException;
import java.nio.file.Path;
import jp.chukan.command.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Prints what was found and on what, and writes it to a file when one is named. */
public final class MeasurementReport {
  private static final int INVALID = 1;

  @Option(names = "--json", paramLabel = "FILE", description = "written there as well")
  private @Nullable Path json;

  /**
   * @return exit code: 0 when the run counts and showed what it was to show
   */
  public int of(Measurement measured, Surroundings surroundings) throws IOException {
    measured.lines().forEach(Terminal::line);
    Terminal.line(surroundings.line());
    if (json != null) {
      var written = measured.json();
      written.put("valid", measured.isValid());
      written.set("surroundings", Figures.object(surroundings));
      Figures.write(written, json);
    }
    return measured.isValid() ? 0 : INVALID;
  }
}
