package jp.chukan.command.bench.measuring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.InstallationState;
import jp.chukan.command.installation.ProcessMark;

/** A Java process of an installation, which does what it is told by {@code jcmd} of the JDK. */
public final class JavaProcess {
  private static final Path COMMAND = Path.of(System.getProperty("java.home"), "bin", "jcmd");

  private final ProcessMark process;

  private JavaProcess(ProcessMark process) {
    this.process = process;
  }

  /**
   * The one of this name.
   *
   * @throws InstallationException when there is none
   */
  public static JavaProcess of(Path runDirectory, String name) {
    return new JavaProcess(
        InstallationState.running(runDirectory).processes().stream()
            .map(InstallationState.Mark::mark)
            .filter(mark -> mark.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new InstallationException("no process " + name)));
  }

  /** Has it collect its heap, and waits for that. */
  public void collect() throws IOException {
    order("GC.run");
  }

  void order(String... words) throws IOException {
    var line = new String[words.length + 2];
    line[0] = COMMAND.toString();
    line[1] = String.valueOf(process.pid());
    System.arraycopy(words, 0, line, 2, words.length);
    try {
      var running = new ProcessBuilder(line).redirectErrorStream(true).start();
      var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (running.waitFor() != 0) {
        throw new InstallationException(process.name() + " does not do " + words[0] + ": " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
