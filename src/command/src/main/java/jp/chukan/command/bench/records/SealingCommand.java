package jp.chukan.command.bench.records;

import java.io.IOException;
import java.util.concurrent.Callable;
import jp.chukan.command.bench.measuring.Bench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "seal", description = "What sealing adds to the cost of a provision.")
public final class SealingCommand implements Callable<Integer> {
  private static final int MOST = 10_000;

  @Mixin private final Bench bench = new Bench();

  @Option(names = "--provisions", paramLabel = "N", defaultValue = "500")
  private int provisions;

  @Option(names = "--rounds", paramLabel = "N", defaultValue = "5")
  private int rounds;

  @Override
  public Integer call() throws IOException {
    Bench.between("--provisions", 1, MOST, provisions);
    Bench.between("--rounds", 1, MOST, rounds);
    return bench.onInstallation(
        (installation, progress) ->
            new SealingBenchmark(installation, provisions, rounds, progress).run());
  }
}
