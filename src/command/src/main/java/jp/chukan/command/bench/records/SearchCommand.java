package jp.chukan.command.bench.records;

import java.io.IOException;
import java.util.concurrent.Callable;
import jp.chukan.command.bench.measuring.Bench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "search", description = "Search among a year of 情報提供等記録.")
public final class SearchCommand implements Callable<Integer> {
  private static final int MOST = 10_000_000;

  @Mixin private final Bench bench = new Bench();

  @Option(names = "--records", paramLabel = "N", defaultValue = "10000000")
  private int records;

  @Override
  public Integer call() throws IOException {
    Bench.between("--records", SearchBenchmark.FEWEST, MOST, records);
    return bench.onInstallation(
        (installation, progress) -> new SearchBenchmark(installation, records, progress).run());
  }
}
