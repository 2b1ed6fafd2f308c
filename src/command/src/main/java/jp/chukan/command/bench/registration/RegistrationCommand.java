package jp.chukan.command.bench.registration;

import java.io.IOException;
import java.util.concurrent.Callable;
import jp.chukan.command.bench.measuring.Bench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "registration", description = "Registration of 副本 through the real door.")
public final class RegistrationCommand implements Callable<Integer> {
  private static final int MOST = 10_000_000;

  @Mixin private final Bench bench = new Bench();

  @Option(names = "--records", paramLabel = "N", defaultValue = "100000")
  private int records;

  @Override
  public Integer call() throws IOException {
    Bench.between("--records", 1, MOST, records);
    return bench.onInstallation(
        (installation, progress) ->
            new RegistrationBenchmark(installation, records, progress).run());
  }
}
