package jp.chukan.command.bench.measuring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the Flight Recorder of the JDK sees in a process of the installation, from when it is begun
 * until it is ended.
 */
public final class FlightRecording {
  private static final String NAME = "name=bench";

  private final JavaProcess process;
  private final Path file;

  private FlightRecording(JavaProcess process, Path file) {
    this.process = process;
    this.file = file;
  }

  /**
   * @param name of the process
   * @param file where the recording is written when it ends
   */
  public static FlightRecording begin(Path runDirectory, String name, Path file)
      throws IOException {
    var recording = new FlightRecording(JavaProcess.of(runDirectory, name), file.toAbsolutePath());
    recording.process.order("JFR.start", NAME, "settings=profile");
    return recording;
  }

  /** Ends it; what it saw is in the file. */
  public Hotspots end() throws IOException {
    Files.deleteIfExists(file);
    process.order("JFR.stop", NAME, "filename=" + file);
    return Hotspots.of(file);
  }
}
