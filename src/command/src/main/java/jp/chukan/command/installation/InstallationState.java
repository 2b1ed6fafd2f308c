package jp.chukan.command.installation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What runs where, as {@code installation.json} tells it to the other commands.
 *
 * @param ready whether everything was started
 * @param gateway HTTPS address of the gateway
 * @param console HTTPS address of the console
 * @param network HTTPS address of the mock network
 * @param management the gateway's management
 * @param control the mock network's control
 * @param database JDBC address of the gateway's database
 * @param processes supervisor first, then in the order of start
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record InstallationState(
    boolean ready,
    URI gateway,
    URI console,
    URI network,
    URI management,
    URI control,
    String database,
    List<Mark> processes) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public InstallationState {
    processes = List.copyOf(processes);
  }

  /**
   * A process on paper.
   *
   * @param name what it is
   * @param pid its number
   * @param startedAt start in milliseconds since 1970
   */
  public record Mark(String name, long pid, long startedAt) {
    static Mark of(ProcessMark mark) {
      return new Mark(mark.name(), mark.pid(), mark.startedAt().toEpochMilli());
    }

    public ProcessMark mark() {
      return new ProcessMark(name, pid, Instant.ofEpochMilli(startedAt));
    }
  }

  /** Whether the process that started it is still there to stop it. */
  @JsonIgnore
  public boolean isSupervised() {
    return processes.getFirst().mark().process().isPresent();
  }

  /** Whether the process of this name runs. */
  public boolean isRunning(String name) {
    return processes.stream()
        .filter(mark -> mark.name().equals(name))
        .allMatch(mark -> mark.mark().process().isPresent());
  }

  static Path file(Path runDirectory) {
    return runDirectory.resolve("installation.json");
  }

  public static Optional<InstallationState> read(Path runDirectory) {
    var file = file(runDirectory);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file.toFile(), InstallationState.class));
    } catch (IOException e) {
      throw new InstallationException("cannot read " + file, e);
    }
  }

  /**
   * What runs and is ready.
   *
   * @throws InstallationException when nothing is
   */
  public static InstallationState running(Path runDirectory) {
    return read(runDirectory)
        .filter(InstallationState::ready)
        .orElseThrow(
            () -> new InstallationException("nothing is running, './chukan up' starts it"));
  }

  void write(Path runDirectory) {
    var file = file(runDirectory);
    var unfinished = file.resolveSibling("installation.json.new");
    try {
      JSON.writeValue(unfinished.toFile(), this);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new InstallationException("cannot write " + file, e);
    }
  }

  static void remove(Path runDirectory) {
    try {
      Files.deleteIfExists(file(runDirectory));
    } catch (IOException e) {
      throw new InstallationException("cannot remove " + file(runDirectory), e);
    }
  }
}
