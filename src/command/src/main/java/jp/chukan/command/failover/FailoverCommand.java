package jp.chukan.command.failover;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jp.chukan.command.RunDirectory;
import jp.chukan.command.Terminal;
import jp.chukan.command.bench.measuring.Bench;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.installation.InstallationOptions;
import jp.chukan.command.installation.Leftovers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills a broker and a node under load, on an installation of its own. */
@Command(name = "failover", description = "Kill a broker and a node under load and report.")
public final class FailoverCommand implements Callable<Integer> {
  private static final int FAILED = 1;

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
      description = "of load (default: ${DEFAULT-VALUE})",
      defaultValue = "60")
  private int seconds;

  @Option(
      names = "--persons",
      paramLabel = "N",
      description = "asked about (default: ${DEFAULT-VALUE})",
      defaultValue = "100")
  private int persons;

  @Override
  public Integer call() throws IOException {
    Bench.between("--nodes", 2, 9, nodes);
    Bench.between("--rate", 1, 200, rate);
    Bench.between("--seconds", 30, 3_600, seconds);
    Bench.between("--persons", 1, 10_000, persons);
    var folder = emptyFolder();
    var options =
        InstallationOptions.in(folder)
            .withApplications(RunDirectory.applications())
            .withNodes(nodes);
    try (var installation =
        Installation.start(options, step -> Terminal.progress("Starting: " + step + " …"))) {
      var drill = new FailoverDrill(installation, rate, seconds, persons);
      var report = drill.run(step -> Terminal.progress(step + " …"));
      report.lines().forEach(Terminal::line);
      Terminal.progress("Stopping …");
      return report.passed() ? 0 : FAILED;
    }
  }

  private static Path emptyFolder() throws IOException {
    var folder = RunDirectory.failover();
    Leftovers.clear(folder);
    return folder;
  }
}
