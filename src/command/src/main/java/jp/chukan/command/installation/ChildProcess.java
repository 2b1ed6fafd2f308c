package jp.chukan.command.installation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One application that runs beside this process, its output in a log file. */
final class ChildProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(240);
  private static final Duration GRACE = Duration.ofSeconds(40);
  private static final Duration GRACE_OF_FIRST = Duration.ofMinutes(4);

  private final String name;
  private final Path log;
  private final Process process;
  private final @Nullable ClassCache classes;

  private ChildProcess(String name, Path log, Process process, @Nullable ClassCache classes) {
    this.name = name;
    this.log = log;
    this.process = process;
    this.classes = classes;
  }

  static ChildProcess start(String name, List<String> command, Path directory, Path log) {
    return start(name, command, null, directory, log);
  }

  /**
   * @param classes with whose flags it is started; null when it keeps none
   */
  static ChildProcess start(
      String name, List<String> command, @Nullable ClassCache classes, Path directory, Path log) {
    try {
      Files.createDirectories(log.getParent());
      var process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      process.getOutputStream().close();
      return new ChildProcess(name, log, process, classes);
    } catch (IOException e) {
      throw new InstallationException("cannot start " + name + ": " + e.getMessage(), e);
    }
  }

  ProcessMark mark() {
    return ProcessMark.of(name, process.toHandle());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits until the application says that it is ready. */
  void awaitReady(BooleanSupplier ready) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!ready.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new InstallationException(
            name + " ended with " + process.exitValue() + ": " + lastError() + " (" + log + ")");
      }
      if (System.nanoTime() > deadline) {
        throw new InstallationException(
            name + " is not ready after " + PATIENCE.toSeconds() + " s, see " + log);
      }
      Waiting.shortly();
    }
  }

  /** In good order, by force when that takes too long. */
  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(grace().toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      } else if (classes != null) {
        classes.keep();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
    }
  }

  private Duration grace() {
    return classes != null && classes.isMadeAtEnd() ? GRACE_OF_FIRST : GRACE;
  }

  /** As a power cut would. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  private String lastError() {
    try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
      return lines
          .filter(
              line ->
                  line.contains("ERROR")
                      || line.contains("Exception")
                      || line.contains("Description:"))
          .reduce((earlier, later) -> later)
          .map(String::strip)
          .orElse("it gave no reason");
    } catch (IOException e) {
      return "its log cannot be read";
    }
  }
}
