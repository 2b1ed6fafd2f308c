package jp.chukan.command.bench.growth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "growth",
    description = "Draws runs of provision of several sizes: times and processor against size.")
public final class GrowthCommand implements Callable<Integer> {

  /** What is larger from run to run. */
  enum Growing {
    PERSONS("held", "persons held"),
    NODES("nodes", "nodes");

    private final String field;
    private final String words;

    Growing(String field, String words) {
      this.field = field;
      this.words = words;
    }
  }

  @Option(names = "--by", description = "${COMPLETION-CANDIDATES}")
  private Growing growing = Growing.PERSONS;

  @Option(names = "--image", paramLabel = "PNG", required = true)
  private Path image = Path.of("growth.png");

  @Parameters(paramLabel = "JSON", arity = "1..*", description = "what --json of provision wrote")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    var runs = new ArrayList<MeasuredRun>();
    for (var file : files) {
      runs.add(MeasuredRun.read(file, growing.field));
    }
    new GrowthPlot(growing.words, runs).draw(image);
    return 0;
  }
}
