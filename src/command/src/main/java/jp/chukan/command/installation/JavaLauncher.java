package jp.chukan.command.installation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The start of a command line that runs Java as this process does. */
final class JavaLauncher {
  /** From here on a JDK warns of what Netty and the JDBC driver need. */
  private static final int WARNS_OF_UNSAFE = 24;

  private JavaLauncher() {}

  static Path executable() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** Executable and the flags that every Java process here gets. */
  static List<String> command(String... flags) {
    var command = new ArrayList<String>();
    command.add(executable().toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    if (Runtime.version().feature() >= WARNS_OF_UNSAFE) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-Dfile.encoding=UTF-8");
    command.addAll(List.of(flags));
    return command;
  }
}
