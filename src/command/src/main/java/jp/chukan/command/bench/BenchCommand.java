package jp.chukan.command.bench;

import java.io.IOException;
import java.nio.file.Path;
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
  private static final int INCOMPLETE = 1;

  @Command(name = "registration", description = "Registration of 副本 through the real door.")
  int registration(
      @Option(names = "--records", paramLabel = "N", defaultValue = "100000") int records,
      @Option(names = "--json", paramLabel = "FILE") @Nullable Path json)
      throws IOException {
    if (records < 1 || records > MOST_RECORDS) {
      throw new InstallationException("--records: between 1 and " + MOST_RECORDS);
    }
    var folder = RunDirectory.bench();
    Leftovers.stop(folder);
    Folders.delete(folder);
    var options =
        InstallationOptions.in(folder)
            .withApplications(RunDirectory.applications())
            .withGatewayHeap(HEAP_MEGABYTES);
    try (var installation =
        Installation.start(options, step -> Terminal.progress("Starting: " + step + " …"))) {
      var measured =
          new RegistrationBenchmark(installation, records, step -> Terminal.progress(step + " …"))
              .run(folder);
      measured.lines().forEach(Terminal::line);
      if (json != null) {
        measured.writeTo(json);
      }
      return measured.accepted() == records ? 0 : INCOMPLETE;
    }
  }
}
