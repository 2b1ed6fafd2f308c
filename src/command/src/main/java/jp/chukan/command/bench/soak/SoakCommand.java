package jp.chukan.command.bench.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import jp.chukan.command.bench.measuring.Bench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "soak", description = "情報提供 for hours: whether what is held stays what it was.")
public final class SoakCommand implements Callable<Integer> {
  @Mixin private final Bench bench = new Bench();

  @Option(names = "--rate", paramLabel = "PER-SECOND", defaultValue = "50")
  private int rate;

  @Option(names = "--minutes", paramLabel = "M", defaultValue = "720")
  private int minutes;

  @Option(names = "--persons", paramLabel = "N", defaultValue = "200")
  private int persons;

  @Override
  public Integer call() throws IOException {
    Bench.between("--rate", 1, 10_000, rate);
    Bench.between("--minutes", 6, 1_440, minutes);
    Bench.between("--persons", 1, 1_000, persons);
    return bench.onInstallation(
        (installation, progress) ->
            new SoakBenchmark(installation, rate, Duration.ofMinutes(minutes), persons, progress)
                .run());
  }
}
