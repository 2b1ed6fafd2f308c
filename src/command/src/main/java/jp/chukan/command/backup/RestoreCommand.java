package jp.chukan.command.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jp.chukan.command.RunDirectory;
import jp.chukan.command.Terminal;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.InstallationOptions;
import jp.chukan.command.installation.InstallationState;
import jp.chukan.command.installation.Restoration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a backup back while nothing runs; all of it or nothing. */
@Command(
    name = "restore",
    description = "Put a backup back, into an empty folder or in the place of what is there.")
public final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "what './chukan backup' or the nightly job made")
  private Path file = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "P12",
      description = "key of a custodian; the one of the installation here without it")
  private @Nullable Path key;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "password of the key; the file 'password' beside it without it")
  private @Nullable Path password;

  @Option(
      names = "--trust",
      paramLabel = "PEM",
      description = "certificates of the authorities; 'root.pem' beside the key without it")
  private @Nullable Path trust;

  @Option(
      names = "--replace",
      description = "database and journal of the installation here give way to the backup")
  private boolean replace;

  @Override
  public Integer call() throws IOException {
    var run = RunDirectory.path();
    if (InstallationState.read(run).filter(InstallationState::isSupervised).isPresent()) {
      throw new InstallationException("it is running, './chukan down' stops it");
    }
    Path custodian = key == null ? run.resolve("keys/backup-0030099000021700.p12") : key;
    var order =
        new Restoration.Order(
            existing(file),
            existing(custodian),
            existing(password == null ? custodian.resolveSibling("password") : password),
            existing(trust == null ? custodian.resolveSibling("root.pem") : trust),
            replace);
    Restoration.restore(InstallationOptions.in(run), order, Terminal::step)
        .forEach(
            head -> Terminal.line(HeadLine.of(head.institution(), head.size(), head.sha256())));
    Terminal.line("Restored. './chukan up' starts it.");
    return 0;
  }

  private static Path existing(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new InstallationException("no such file: " + path);
    }
    return path.toAbsolutePath();
  }
}
