package jp.chukan.command.installation;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.chukan.command.installation.hosts.Hosts;

/**
 * PostgreSQL with data that were made before, on a host of its own. What brings its programs along
 * looks for it on the loopback of this machine only, so it is started here by its own {@code
 * pg_ctl}.
 */
final class HostedPostgres implements Closeable {
  private static final String PATIENCE_SECONDS = "60";

  private final Path program;
  private final Path data;
  private final Path log;

  private HostedPostgres(Path program, Path data, Path log) {
    this.program = program;
    this.data = data;
    this.log = log;
  }

  /**
   * Starts it and returns when it lets clients in.
   *
   * @param programs folder under which PostgreSQL is unpacked
   */
  static HostedPostgres start(
      Hosts hosts, Path programs, Path data, Path log, int port, Map<String, String> settings)
      throws IOException {
    var server = new HostedPostgres(program(programs), data, log);
    var options = new ArrayList<>(List.of("-p " + port, "-c listen_addresses=*"));
    settings.forEach((name, value) -> options.add("-c %s=%s".formatted(name, value)));
    var start =
        server.command(
            "-l", log.toString(), "-o", String.join(" ", options), "-t", PATIENCE_SECONDS, "start");
    server.run(hosts.on(Hosts.DATABASE, start));
    return server;
  }

  private static Path program(Path programs) throws IOException {
    try (var unpacked = Files.newDirectoryStream(programs, "PG-*")) {
      for (var folder : unpacked) {
        if (Files.isExecutable(folder.resolve("bin/pg_ctl"))) {
          return folder.resolve("bin/pg_ctl");
        }
      }
    }
    throw new IOException("no pg_ctl under " + programs);
  }

  private List<String> command(String... arguments) {
    var command = new ArrayList<String>();
    if (System.getProperty("user.name").equals("root")) {
      // it does not run with the rights of root
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(List.of(program.toString(), "-D", data.toString(), "-w"));
    command.addAll(List.of(arguments));
    return command;
  }

  private void run(List<String> command) throws IOException {
    var output = ProcessBuilder.Redirect.appendTo(log.toFile());
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("pg_ctl ended with " + process.exitValue() + ", see " + log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Sessions end, everything is written. */
  @Override
  public void close() throws IOException {
    if (LocalPostgres.leftBehind(data).isPresent()) {
      run(command("-m", "fast", "-t", PATIENCE_SECONDS, "stop"));
    }
  }
}
