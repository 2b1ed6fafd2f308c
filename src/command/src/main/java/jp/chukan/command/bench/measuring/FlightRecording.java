package jp.chukan.command.bench.measuring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.InstallationState;
import jp.chukan.command.installation.ProcessMark;

/**
 * What the Flight Recorder of the JDK sees in a process of the installation, from when it is begun
 * until it is ended.
 */
public final class FlightRecording {
  private static final Path COMMAND = Path.of(System.getProperty("java.home"), "bin", "jcmd");
  private static final String NAME = "name=bench";

  private final ProcessMark process;
  private final Path file;

  private FlightRecording(ProcessMark process, Path file) {
    this.process = process;
    this.file = file;
  }

  /**
   * @param name of the process
   * @param file where the recording is written when it ends
   */
  public static FlightRecording begin(Path runDirectory, String name, Path file)
      throws IOException {
    var process =
        InstallationState.running(runDirectory).processes().stream()
            .map(InstallationState.Mark::mark)
            .filter(mark -> mark.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new InstallationException("no process " + name));
    var recording = new FlightRecording(process, file.toAbsolutePath());
    recording.command("JFR.start", NAME, "settings=profile");
    return recording;
  }

  /** Ends it; what it saw is in the file. */
  public Hotspots end() throws IOException {
    Files.deleteIfExists(file);
    command("JFR.stop", NAME, "filename=" + file);
    return Hotspots.of(file);
  }

  private void command(String... order) throws IOException {
    var line = new String[order.length + 2];
    line[0] = COMMAND.toString();
    line[1] = String.valueOf(process.pid());
    System.arraycopy(order, 0, line, 2, order.length);
    try {
      var running = new ProcessBuilder(line).redirectErrorStream(true).start();
      var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (running.waitFor() != 0) {
        throw new InstallationException("the Flight Recorder of " + process.name() + ": " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
