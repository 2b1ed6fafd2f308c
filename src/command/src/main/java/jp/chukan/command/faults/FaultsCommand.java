package jp.chukan.command.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import jp.chukan.command.RunDirectory;
import jp.chukan.command.Terminal;
import jp.chukan.command.bench.measuring.Bench;
import jp.chukan.command.bench.measuring.Databases;
import jp.chukan.command.bench.measuring.Figures;
import jp.chukan.command.bench.measuring.OpenLoad;
import jp.chukan.command.inquiry.Inquirer;
import jp.chukan.command.installation.ControlClient;
import jp.chukan.command.installation.Folders;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.installation.InstallationOptions;
import jp.chukan.command.installation.Leftovers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keeps a load going while parts die, and proves afterwards that nothing was lost or doubled. */
@Command(
    name = "faults",
    description = "Kill, cut, fill and shift parts under load; prove that nothing is lost.")
public final class FaultsCommand implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int MOST_PER_SECOND = 1_000;
  private static final int LONGEST_SECONDS = 600;
  private static final int PERSONS = 200;
  private static final Duration WARM_UP = Duration.ofSeconds(15);

  @Option(
      names = "--rate",
      paramLabel = "PER-SECOND",
      defaultValue = "10",
      description = "提供要求 that are due in a second (${DEFAULT-VALUE})")
  private int rate;

  @Option(
      names = "--lasting",
      paramLabel = "S",
      defaultValue = "15",
      description = "seconds that each fault lasts (${DEFAULT-VALUE})")
  private int lasting;

  @Option(names = "--only", paramLabel = "NAME", arity = "1..*", description = "these faults alone")
  private List<String> only = new ArrayList<>();

  @Option(names = "--json", paramLabel = "FILE", description = "written there as well")
  private @Nullable Path json;

  @Option(names = "--list", description = "name every fault, and do nothing")
  private boolean list;

  @Override
  public Integer call() throws IOException {
    var faults = Faults.named(only);
    if (list) {
      faults.forEach(
          fault -> Terminal.line(Figures.format("%-26s %s", fault.name(), fault.meaning())));
      return 0;
    }
    Bench.between("--rate", 1, MOST_PER_SECOND, rate);
    Bench.between("--lasting", 1, LONGEST_SECONDS, lasting);
    var folder = RunDirectory.faults();
    Leftovers.stop(folder);
    Disks.unmountLeftovers(folder);
    Folders.delete(folder);
    Files.createDirectories(folder);
    boolean disks = faults.stream().anyMatch(Fault::needsDisks);
    try (var links = Links.open();
        var mounted = disks ? Disks.mount(folder, folder.resolve("images")) : Disks.none()) {
      return run(faults, links, mounted);
    }
  }

  private int run(List<Fault> faults, Links links, Disks disks) throws IOException {
    var options =
        InstallationOptions.in(RunDirectory.faults())
            .withApplications(RunDirectory.applications())
            .keepingClasses()
            // one person takes all evidence out after each fault, however long that takes
            .withGatewayArguments("--chukan.export.rows-without-approval=10000000");
    try (var installation =
        Installation.start(
            options, links.to(options.ports()), step -> Terminal.step("Starting: " + step))) {
      installation.keepClasses();
      var country = new ControlClient(installation.controlUri());
      var databases = new Databases(installation);
      var load = new OpenLoad(country, databases, Bench.MUNICIPALITY, PERSONS);
      var scene =
          new FaultScene(
              installation,
              new ControlClient(installation.managementUri()),
              links,
              disks,
              databases,
              load,
              rate);
      new Inquirer(installation, country, Bench.MUNICIPALITY)
          .link(PERSONS, done -> Terminal.step("linking persons, " + done));
      var gate =
          new FaultGate(scene, country, Administrator.begin(installation, Bench.MUNICIPALITY));
      Terminal.step("warming up");
      load.begin(rate, WARM_UP);
      load.awaitEnd(WARM_UP);
      gate.begin();
      var run =
          new FaultRun(
              scene, gate, Duration.ofSeconds(lasting), InstantSource.system(), Terminal::step);
      return report(new FaultReport(rate, lasting, run.run(faults, FaultsCommand::tell)));
    }
  }

  private static void tell(FaultResult result) {
    Terminal.line(result.line());
    result.findings().forEach(finding -> Terminal.line("    " + finding));
  }

  private int report(FaultReport report) throws IOException {
    Terminal.line(report.summary());
    if (json != null) {
      var written = report.json();
      written.put("valid", report.isValid());
      Figures.write(written, json);
    }
    return report.isValid() ? 0 : FAILED;
  }
}
