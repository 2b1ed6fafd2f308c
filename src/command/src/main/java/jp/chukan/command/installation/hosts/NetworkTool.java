package jp.chukan.command.installation.hosts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The system's own tool for links and namespaces: {@code ip} of iproute2. */
@FunctionalInterface
interface NetworkTool {
  String PROGRAM = "ip";

  /**
   * Runs it.
   *
   * @return what it says
   * @throws IOException says in its message what the tool refused, or that there is none
   */
  String run(List<String> arguments) throws IOException;

  /** That of this machine. */
  static NetworkTool ofThisMachine() {
    return arguments -> {
      if (!System.getProperty("os.name").equals("Linux")) {
        throw new IOException("network namespaces exist on Linux only");
      }
      var command = new ArrayList<>(List.of(PROGRAM));
      command.addAll(arguments);
      return said(command);
    };
  }

  private static String said(List<String> command) throws IOException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new IOException("the program '" + PROGRAM + "' (iproute2) is not there", e);
    }
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + ": " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return said;
  }
}
