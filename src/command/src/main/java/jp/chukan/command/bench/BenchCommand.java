package jp.chukan.command.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.function.Supplier;
import jp.chukan.command.RunDirectory;
import jp.chukan.command.Terminal;
import jp.chukan.command.installation.Folders;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.InstallationOptions;
import jp.chukan.command.installation.Leftovers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures, on an installation of its own. */
@Command(name = "bench", description = "Measure.")
public final class BenchCommand {
  private static final int HEAP_MEGABYTES = 256;
  private static final int MOST_RECORDS = 1_000_000;
  private static final int MOST_EVIDENCE = 10_000_000;
  private static final int INCOMPLETE = 1;

  @Command(name = "registration", description = "Registration of 副本 through the real door.")
  int registration(
      @Option(names = "--records", paramLabel = "N", defaultValue = "100000") int records,
      @Option(names = "--json", paramLabel = "FILE") @Nullable Path json)
      throws IOException {
    if (records < 1 || records > MOST_RECORDS) {
      throw new InstallationException("--records: between 1 and " + MOST_RECORDS);
    }
    try (var installation = start()) {
      var measured =
          new RegistrationBenchmark(installation, records, step -> Terminal.progress(step + " …"))
              .run(installation.runDirectory());
      measured.lines().forEach(Terminal::line);
      if (json != null) {
        measured.writeTo(json);
      }
      return measured.accepted() == records ? 0 : INCOMPLETE;
    }
  }

  @Command(name = "provision", description = "情報提供 at a fixed rate, beside floor and peer.")
  int provision(
      @Option(names = "--rate", paramLabel = "PER-SECOND", defaultValue = "50") int rate,
      @Option(names = "--seconds", paramLabel = "S", defaultValue = "120") int seconds,
      @Option(names = "--warm-up", paramLabel = "S", defaultValue = "120") int warmUp,
      @Option(names = "--trim", paramLabel = "S", defaultValue = "10") int trim,
      @Option(names = "--persons", paramLabel = "N", defaultValue = "200") int persons,
      @Option(names = "--peer", paramLabel = "S", defaultValue = "30") int peer,
      @Option(names = "--json", paramLabel = "FILE") @Nullable Path json)
      throws IOException {
    var scale = scaleOf(() -> new ProvisionScale(rate, seconds, warmUp, trim, persons, peer));
    try (var installation = start()) {
      var measured =
          new ProvisionBenchmark(installation, scale, step -> Terminal.progress(step + " …")).run();
      measured.lines().forEach(Terminal::line);
      if (json != null) {
        measured.writeTo(json);
      }
      return measured.validity().valid() && measured.isHeld() ? 0 : INCOMPLETE;
    }
  }

  @Command(name = "inquiry", description = "情報照会 by file, with 提供要求 at the same time.")
  int inquiry(
      @Option(names = "--files", paramLabel = "N", defaultValue = "3") int files,
      @Option(names = "--lines", paramLabel = "N", defaultValue = "10000") int lines,
      @Option(names = "--persons", paramLabel = "N", defaultValue = "1000") int persons,
      @Option(names = "--provisions", paramLabel = "PER-SECOND", defaultValue = "5") int provisions,
      @Option(names = "--json", paramLabel = "FILE") @Nullable Path json)
      throws IOException {
    var scale = scaleOf(() -> new InquiryScale(files, lines, persons, provisions));
    try (var installation = start()) {
      var measured =
          new InquiryBenchmark(
                  installation,
                  scale,
                  InstantSource.system(),
                  step -> Terminal.progress(step + " …"))
              .run(installation.runDirectory());
      measured.lines().forEach(Terminal::line);
      if (json != null) {
        measured.writeTo(json);
      }
      return measured.validity().valid() ? 0 : INCOMPLETE;
    }
  }

  @Command(name = "verify", description = "Verification of evidence, without a server.")
  int verify(
      @Option(names = "--records", paramLabel = "N", defaultValue = "1000000") int records,
      @Option(names = "--json", paramLabel = "FILE") @Nullable Path json)
      throws IOException {
    if (records < 1 || records > MOST_EVIDENCE) {
      throw new InstallationException("--records: between 1 and " + MOST_EVIDENCE);
    }
    var folder = RunDirectory.bench();
    Leftovers.stop(folder);
    Folders.delete(folder);
    Files.createDirectories(folder);
    var measured =
        new VerificationBenchmark(
                records, InstantSource.system(), step -> Terminal.progress(step + " …"))
            .run(folder);
    measured.lines().forEach(Terminal::line);
    if (json != null) {
      measured.writeTo(json);
    }
    return measured.isValid() ? 0 : INCOMPLETE;
  }

  @Command(name = "search", description = "Search among a year of 情報提供等記録.")
  int search(
      @Option(names = "--records", paramLabel = "N", defaultValue = "10000000") int records,
      @Option(names = "--json", paramLabel = "FILE") @Nullable Path json)
      throws IOException, SQLException {
    if (records < SearchBenchmark.FEWEST || records > MOST_EVIDENCE) {
      throw new InstallationException(
          "--records: between " + SearchBenchmark.FEWEST + " and " + MOST_EVIDENCE);
    }
    try (var installation = start()) {
      var measured =
          new SearchBenchmark(installation, records, step -> Terminal.progress(step + " …")).run();
      measured.lines().forEach(Terminal::line);
      if (json != null) {
        measured.writeTo(json);
      }
      return measured.isValid() ? 0 : INCOMPLETE;
    }
  }

  @Command(name = "seal", description = "What sealing adds to the cost of a provision.")
  int seal(
      @Option(names = "--provisions", paramLabel = "N", defaultValue = "500") int provisions,
      @Option(names = "--rounds", paramLabel = "N", defaultValue = "5") int rounds,
      @Option(names = "--json", paramLabel = "FILE") @Nullable Path json)
      throws IOException, SQLException {
    if (provisions < 1 || rounds < 1) {
      throw new InstallationException("--provisions and --rounds: at least 1");
    }
    try (var installation = start()) {
      var measured =
          new SealingBenchmark(
                  installation, provisions, rounds, step -> Terminal.progress(step + " …"))
              .run();
      measured.lines().forEach(Terminal::line);
      if (json != null) {
        measured.writeTo(json);
      }
      return measured.isValid() ? 0 : INCOMPLETE;
    }
  }

  private static <T> T scaleOf(Supplier<T> scale) {
    try {
      return scale.get();
    } catch (IllegalArgumentException e) {
      throw new InstallationException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Installation start() throws IOException {
    var folder = RunDirectory.bench();
    Leftovers.stop(folder);
    Folders.delete(folder);
    return Installation.start(
        InstallationOptions.in(folder)
            .withApplications(RunDirectory.applications())
            .withGatewayHeap(HEAP_MEGABYTES),
        step -> Terminal.progress("Starting: " + step + " …"));
  }
}
