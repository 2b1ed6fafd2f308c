package jp.chukan.command.installation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.chukan.command.certificates.KeyFolder;

/**
 * Puts a backup back while nothing runs. Everything is laid out beside what is there and takes its
 * place only when it is whole.
 */
public final class Restoration {
  private static final String PROGRAM = "jp.chukan.gateway.backup.RestoreMain";
  private static final String KEYS = "keys";
  private static final String MASTER_KEYS = "master(-[1-9][0-9]*)?\\.p12";
  private static final String TOKEN = "pkcs11\\.cfg";

  private final InstallationOptions options;
  private final Order order;
  private final Path run;
  private final Path restoring;
  private final boolean empty;

  private Restoration(InstallationOptions options, Order order) {
    this.options = options;
    this.order = order;
    this.run = options.runDirectory();
    this.restoring = run.resolve("restoring");
    this.empty =
        List.of("postgres", "broker", "keys").stream()
            .noneMatch(name -> Files.exists(run.resolve(name)));
  }

  /**
   * What to restore.
   *
   * @param backup the file
   * @param key of a custodian (PKCS#12)
   * @param password file with the password of the key
   * @param trust certificates of the authorities (PEM)
   * @param replace whether what is there gives way
   */
  public record Order(Path backup, Path key, Path password, Path trust, boolean replace) {}

  /**
   * The newest head of a tree of evidence, as it is restored.
   *
   * @param institution 「機関コード」
   * @param size of the tree
   * @param sha256 of the signed head
   */
  public record Head(String institution, String size, String sha256) {}

  /**
   * Restores, or leaves everything as it was.
   *
   * @param progress told of each step before it is taken
   * @return the newest heads of the evidence
   * @throws InstallationException when the backup is refused, is of another installation, or would
   *     take the place of data that nobody said may go
   */
  public static List<Head> restore(
      InstallationOptions options, Order order, Consumer<String> progress) {
    var restoration = new Restoration(options, order);
    try {
      return restoration.run(progress);
    } catch (IOException | SQLException e) {
      throw new InstallationException("cannot restore into " + restoration.run, e);
    }
  }

  private List<Head> run(Consumer<String> progress) throws IOException, SQLException {
    if (!empty && !order.replace()) {
      throw new InstallationException(
          run + " holds data; with --replace the backup takes their place");
    }
    var complete = false;
    Folders.delete(restoring);
    try {
      progress.accept("Verifying the backup, restoring its files");
      program("files", Map.of("target", restoring.toString()), Map.of());
      requireSameInstallation();
      progress.accept("Restoring the database");
      var heads = restoreDatabase();
      takePlace();
      complete = true;
      return heads;
    } finally {
      Folders.delete(restoring);
      if (!complete && empty) {
        Folders.delete(run.resolve("postgres"));
      }
    }
  }

  /** What is encrypted in the backup opens with the master key that is here. */
  private void requireSameInstallation() throws IOException {
    if (!empty && !opensHere()) {
      throw new InstallationException(
          "the backup is of another installation: restore it into an empty folder (CHUKAN_RUN)");
    }
  }

  /** Every master key of the backup is here; where it holds none, the same token is used. */
  private boolean opensHere() throws IOException {
    for (var kept : List.of(MASTER_KEYS, TOKEN)) {
      try (Stream<Path> files = Files.list(restoring.resolve(KEYS))) {
        var names =
            files.map(file -> file.getFileName().toString()).filter(n -> n.matches(kept)).toList();
        for (var name : names) {
          var here = run.resolve(KEYS).resolve(name);
          if (!Files.exists(here)
              || Files.mismatch(here, restoring.resolve(KEYS).resolve(name)) >= 0) {
            return false;
          }
        }
        if (!names.isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Head> restoreDatabase() throws IOException, SQLException {
    var keys = KeyFolder.create((empty ? restoring : run).resolve("keys"), new SecureRandom());
    try (var postgres =
        LocalPostgres.start(
            run.resolve("postgres"),
            options.applications().resolve("postgres"),
            run.resolve("logs/postgres.log"),
            options.ports().postgres(),
            keys)) {
      var url = postgres.beginRestoration();
      var credentials = new HashMap<String, String>();
      credentials.putAll(postgres.credentials("CHUKAN_DATABASE_OWNER", "chukan_owner"));
      credentials.putAll(postgres.credentials("CHUKAN_DATABASE_LOADER", "postgres"));
      var heads =
          program("database", Map.of("database", url), credentials).stream()
              .filter(line -> line.startsWith("head "))
              .map(line -> line.split(" "))
              .map(words -> new Head(words[1], words[2], words[3]))
              .toList();
      postgres.endRestoration();
      return heads;
    }
  }

  private void takePlace() throws IOException {
    Folders.delete(run.resolve("broker"));
    Files.move(restoring.resolve("broker"), run.resolve("broker"));
    if (empty) {
      Files.move(restoring.resolve("keys"), run.resolve("keys"));
    }
  }

  /** Runs the gateway's own program, which alone knows what a backup holds. */
  private List<String> program(
      String work, Map<String, String> settings, Map<String, String> secrets) throws IOException {
    var gateway =
        Application.unpack(
            options.project().resolve("src/gateway"), "gateway", options.applications());
    var command =
        JavaLauncher.command(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dbackup=" + order.backup(),
            "-Dkey=" + order.key(),
            "-Dtrust=" + order.trust());
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", gateway.jar().toString(), PROGRAM, work));
    var log = run.resolve("logs/restore.log");
    Files.createDirectories(log.getParent());
    var builder = new ProcessBuilder(command).redirectError(log.toFile());
    builder.environment().putAll(secrets);
    builder
        .environment()
        .put("CHUKAN_BACKUP_KEY_PASSWORD", Files.readString(order.password()).strip());
    var process = builder.start();
    var lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    if (process.onExit().join().exitValue() != 0) {
      throw new InstallationException(
          Files.readAllLines(log).stream()
              .filter(line -> line.matches("[A-Z]{3}-\\d{4} .*"))
              .findFirst()
              .orElse("the backup is not restored, see " + log));
    }
    return lines;
  }
}
