package jp.chukan.command.bench.records;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import jp.chukan.command.bench.measuring.Bench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "verify", description = "Verification of evidence, without a server.")
public final class VerificationCommand implements Callable<Integer> {
  private static final int MOST = 10_000_000;

  @Mixin private final Bench bench = new Bench();

  @Option(names = "--records", paramLabel = "N", defaultValue = "1000000")
  private int records;

  @Override
  public Integer call() throws IOException {
    Bench.between("--records", 1, MOST, records);
    return bench.alone(
        (folder, progress) ->
            new VerificationBenchmark(records, InstantSource.system(), progress).run(folder));
  }
}
