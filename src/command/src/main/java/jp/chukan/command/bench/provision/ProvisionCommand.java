package jp.chukan.command.bench.provision;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jp.chukan.command.bench.measuring.Bench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "provision", description = "情報提供 at a fixed rate, beside floor and peer.")
public final class ProvisionCommand implements Callable<Integer> {
  @Mixin private final Bench bench = new Bench();

  @Option(names = "--rate", paramLabel = "PER-SECOND", defaultValue = "50")
  private int rate;

  @Option(names = "--seconds", paramLabel = "S", defaultValue = "120")
  private int seconds;

  @Option(names = "--warm-up", paramLabel = "S", defaultValue = "120")
  private int warmUp;

  @Option(names = "--trim", paramLabel = "S", defaultValue = "10")
  private int trim;

  @Option(names = "--persons", paramLabel = "N", defaultValue = "200")
  private int persons;

  @Option(
      names = "--held",
      paramLabel = "N",
      description = "persons of whom 副本 are held; when left out, those who are asked about")
  private @Nullable Integer held;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      description =
          "gateways on a pair of brokers, as in production; 0 is one with a broker inside",
      defaultValue = "0")
  private int nodes;

  @Option(
      names = "--payload",
      paramLabel = "BYTES",
      description = "of the content of each answer, of what the floor seals and the peer sends",
      defaultValue = "2048")
  private int payload;

  @Option(names = "--peer", paramLabel = "S", defaultValue = "30")
  private int peer;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "recording of the gateway's Flight Recorder")
  private @Nullable Path profile;

  @Override
  public Integer call() throws IOException {
    var scale =
        new ProvisionScale(
            rate,
            seconds,
            warmUp,
            trim,
            persons,
            held == null ? persons : held,
            nodes,
            payload,
            peer);
    return bench.onInstallation(
        options -> options.withNodes(nodes),
        (installation, progress) ->
            new ProvisionBenchmark(installation, scale, profile, progress).run());
  }
}
