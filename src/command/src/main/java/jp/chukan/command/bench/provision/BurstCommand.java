package jp.chukan.command.bench.provision;

import java.io.IOException;
import java.util.concurrent.Callable;
import jp.chukan.command.bench.measuring.Bench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "burst", description = "提供要求 that come all at once, while staff look at cases.")
public final class BurstCommand implements Callable<Integer> {
  @Mixin private final Bench bench = new Bench();

  @Option(names = "--count", paramLabel = "N", defaultValue = "20000")
  private int count;

  @Option(names = "--held", paramLabel = "N", defaultValue = "20")
  private int held;

  @Option(names = "--persons", paramLabel = "N", defaultValue = "200")
  private int persons;

  @Override
  public Integer call() throws IOException {
    var scale = new BurstScale(count, held, persons);
    return bench.onInstallation(
        // what waits in a queue for hours must still be permitted then
        options -> options.withNetworkArguments("--chukan.permit-validity=12h"),
        (installation, progress) -> new BurstBenchmark(installation, scale, progress).run());
  }
}
