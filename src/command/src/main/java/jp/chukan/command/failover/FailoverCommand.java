package jp.chukan.command.failover;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.chukan.command.RunDirectory;
import jp.chukan.command.Terminal;
import jp.chukan.command.bench.measuring.Bench;
import jp.chukan.command.bench.measuring.MeasurementReport;
import jp.chukan.command.bench.measuring.Surroundings;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.InstallationOptions;
import jp.chukan.command.installation.Leftovers;
import jp.chukan.command.installation.hosts.TestHosts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Strikes brokers, nodes and the database under load, on an installation of its own. */
@Command(
    name = "failover",
    description = "Kill a broker and a node under load, cut cables, and report.")
public final class FailoverCommand implements Callable<Integer> {
  /** EX_UNAVAILABLE: this machine does not allow it. */
  private static final int NOT_ALLOWED = 69;

  @Mixin private final MeasurementReport output = new MeasurementReport();

  @Option(
      names = "--nodes",
      paramLabel = "N",
      description = "gateways (default: ${DEFAULT-VALUE})",
      defaultValue = "2")
  private int nodes;

  @Option(
      names = "--rate",
      paramLabel = "PER-SECOND",
      description = "提供要求 (default: ${DEFAULT-VALUE})",
      defaultValue = "10")
  private int rate;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "of load while nothing is wrong (default: ${DEFAULT-VALUE})",
      defaultValue = "60")
  private int seconds;

  @Option(
      names = "--persons",
      paramLabel = "N",
      description = "asked about (default: ${DEFAULT-VALUE})",
      defaultValue = "100")
  private int persons;

  @Option(
      names = "--hosts",
      description =
          "each node, broker and the database in a network namespace of its own; their cables are cut as well")
  private boolean hosts;

  @Option(
      names = "--lasting",
      paramLabel = "S",
      description = "seconds that a cable is cut at least (default: ${DEFAULT-VALUE})",
      defaultValue = "20")
  private int lasting;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      arity = "1..*",
      description = "kill-broker, kill-node, cut-broker, cut-node, cut-database: these alone")
  private List<String> only = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    Bench.between("--nodes", 2, 9, nodes);
    Bench.between("--rate", 1, 200, rate);
    Bench.between("--seconds", 30, 3_600, seconds);
    Bench.between("--persons", 1, 10_000, persons);
    Bench.between("--lasting", 1, 600, lasting);
    var blows = Blow.named(only, hosts);
    var refusal = hosts ? TestHosts.refusal() : Optional.<String>empty();
    if (refusal.isPresent()) {
      Terminal.error("this machine does not allow hosts of their own: " + refusal.get());
      return NOT_ALLOWED;
    }
    var folder = emptyFolder();
    var options =
        InstallationOptions.in(folder)
            .withApplications(RunDirectory.applications())
            .withNodes(nodes)
            .onOwnHosts(hosts);
    try (var installation =
        Installation.start(options, step -> Terminal.step("Starting: " + step))) {
      var scale =
          new FailoverDrill.Scale(
              rate, Duration.ofSeconds(seconds), Duration.ofSeconds(lasting), persons);
      var drill = new FailoverDrill(installation, scale, InstantSource.system());
      int exitCode =
          output.of(
              drill.run(blows, Terminal::step),
              Surroundings.of(installation, options.gatewayHeapMegabytes()));
      Terminal.step("Stopping");
      return exitCode;
    } catch (SQLException e) {
      throw new InstallationException("cannot say what it ran on: " + e.getMessage(), e);
    }
  }

  private static Path emptyFolder() throws IOException {
    var folder = RunDirectory.failover();
    Leftovers.clear(folder);
    return folder;
  }
}
