package jp.chukan.command.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jp.chukan.command.Terminal;
import jp.chukan.command.installation.InstallationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Replaces the grants of the staff, or lists them (JN-36). */
@Command(name = "grants", description = "Set or list 権限.")
final class GrantsCommand implements Callable<Integer> {
  private static final int REFUSED = 2;

  @ParentCommand private ClientCommand client = new ClientCommand();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "CSV of all grants; without it, they are listed")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    if (file != null && !Files.isReadable(file)) {
      throw new InstallationException("cannot read " + file);
    }
    var connection = client.connect();
    try {
      var report = file == null ? connection.grants() : connection.replaceGrants(file);
      GrantReport.of(report).forEach(Terminal::line);
      return 0;
    } catch (RefusedFileException e) {
      e.lines().forEach(Terminal::line);
      return REFUSED;
    }
  }
}
