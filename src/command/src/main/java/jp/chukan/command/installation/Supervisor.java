package jp.chukan.command.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import jp.chukan.command.Terminal;

/** The process that holds an installation while nobody sits at the terminal. */
public final class Supervisor {
  private Supervisor() {}

  /**
   * Starts the installation and keeps it until this process is told to end. A part that ends by
   * itself is shown by the status, and the others go on.
   */
  public static void run(InstallationOptions options) {
    var installation = Installation.start(options, step -> note(options.runDirectory(), step));
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      installation.close();
    }
  }

  /**
   * Starts a supervisor that outlives this process, and returns when all is ready.
   *
   * @param progress told of each step
   * @param arguments further ones of its command
   */
  public static InstallationState launch(
      Path runDirectory, Consumer<String> progress, String... arguments) {
    var log = runDirectory.resolve("logs/supervisor.log");
    var command = new ArrayList<String>();
    // a session of its own, so that the terminal's interrupt does not reach it
    detachment().ifPresent(command::add);
    command.addAll(
        JavaLauncher.command(
            // PostgreSQL is unpacked from a strongly compressed archive
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dchukan.home=" + System.getProperty("chukan.home", ""),
            "-Dchukan.run=" + runDirectory,
            "-cp",
            System.getProperty("java.class.path"),
            "jp.chukan.command.Main",
            "supervise"));
    command.addAll(List.of(arguments));
    try {
      Files.createDirectories(log.getParent());
      Files.deleteIfExists(step(runDirectory));
      var process =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
              .start();
      return awaitReady(runDirectory, process, log, progress);
    } catch (IOException e) {
      throw new InstallationException("cannot start the supervisor: " + e.getMessage(), e);
    }
  }

  private static InstallationState awaitReady(
      Path runDirectory, Process process, Path log, Consumer<String> progress) throws IOException {
    var last = "";
    while (process.isAlive()) {
      var state = InstallationState.read(runDirectory).filter(InstallationState::ready);
      if (state.isPresent()) {
        return state.get();
      }
      if (Files.exists(step(runDirectory))) {
        var now = Files.readString(step(runDirectory));
        if (!now.isEmpty() && !now.equals(last)) {
          progress.accept(now);
          last = now;
        }
      }
      Waiting.shortly();
    }
    throw new InstallationException(reason(log));
  }

  /** The one line for the terminal, or the first of what nobody expected. */
  private static String reason(Path log) throws IOException {
    var said = Files.readAllLines(log);
    return said.stream()
        .filter(line -> line.startsWith(Terminal.ERROR))
        .map(line -> line.substring(Terminal.ERROR.length()))
        .findFirst()
        .orElse((said.isEmpty() ? "the supervisor ended" : said.getFirst()) + " (" + log + ")");
  }

  private static Optional<String> detachment() {
    for (var program : new String[] {"/usr/bin/setsid", "/bin/setsid", "/usr/bin/nohup"}) {
      if (Files.isExecutable(Path.of(program))) {
        return Optional.of(program);
      }
    }
    return Optional.empty();
  }

  private static Path step(Path runDirectory) {
    return runDirectory.resolve("logs/step");
  }

  private static void note(Path runDirectory, String step) {
    try {
      Files.createDirectories(runDirectory.resolve("logs"));
      Files.writeString(step(runDirectory), step);
    } catch (IOException e) {
      throw new InstallationException("cannot write to " + runDirectory, e);
    }
  }
}
