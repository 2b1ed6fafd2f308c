package jp.chukan.command.installation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.chukan.command.installation.hosts.TestHosts;

/** Stops an installation from outside: its supervisor, or what a killed supervisor left running. */
public final class Leftovers {
  /** The first end of a build may take so long, see {@link ClassCache}. */
  private static final Duration GRACE = Duration.ofMinutes(5);

  private Leftovers() {}

  /**
   * Stops whatever of this run directory still runs.
   *
   * @return whether anything did
   */
  public static boolean stop(Path runDirectory) {
    var processes = new ArrayList<ProcessHandle>();
    var state = InstallationState.read(runDirectory);
    state.ifPresent(
        known -> {
          var supervisor = known.processes().getFirst().mark().process();
          supervisor.ifPresent(process -> end(process, "TERM"));
          supervisor.ifPresent(processes::add);
        });
    state.ifPresent(known -> stopApplications(known, processes));
    LocalPostgres.leftBehind(runDirectory.resolve("postgres"))
        .flatMap(ProcessMark::process)
        .ifPresent(
            process -> {
              // its fast shutdown: sessions end, everything is written
              end(process, "INT");
              processes.add(process);
            });
    InstallationState.remove(runDirectory);
    removeHosts(runDirectory);
    return !processes.isEmpty();
  }

  private static void removeHosts(Path runDirectory) {
    try {
      TestHosts.removeLeftovers(runDirectory);
    } catch (IOException e) {
      throw new InstallationException("cannot remove test hosts: " + e.getMessage(), e);
    }
  }

  /** Stops whatever still runs, and leaves nothing of this run directory. */
  public static void clear(Path runDirectory) throws IOException {
    stop(runDirectory);
    Folders.delete(runDirectory);
  }

  private static void stopApplications(InstallationState known, List<ProcessHandle> stopped) {
    var marks = new ArrayList<>(known.processes());
    Collections.reverse(marks);
    for (var mark : marks) {
      if (!mark.name().equals("postgres")) {
        mark.mark()
            .process()
            .ifPresent(
                process -> {
                  end(process, "TERM");
                  stopped.add(process);
                });
      }
    }
  }

  private static void end(ProcessHandle process, String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
      process.onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
    } catch (IOException | ExecutionException e) {
      throw new InstallationException("cannot stop process " + process.pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InstallationException("interrupted", e);
    }
  }
}
