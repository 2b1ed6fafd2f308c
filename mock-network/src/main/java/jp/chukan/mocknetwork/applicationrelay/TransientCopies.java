package jp.chukan.mocknetwork.applicationrelay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.chukan.mocknetwork.application.ApplicationNumber;
import jp.chukan.mocknetwork.application.ApplicationVersion;
import jp.chukan.mocknetwork.application.Attachment;
import jp.chukan.mocknetwork.application.SignedApplication;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.connection.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Copies that one system has of applications until the next one has them: the application in the
 * database, its documents in a folder, both encrypted. They are erased at once then (MU-17, I:327,
 * JN-40). Files are written before the row that knows them, and erased after it: what a crash
 * leaves belongs to no row, and {@link #sweep()} removes it.
 */
public final class TransientCopies {
  private final String owner;
  private final Path folder;
  private final RecordVault<SignedApplication> applications;
  private final Vault documents;
  private final JdbcClient jdbc;

  /**
   * @param owner label of the system whose copies they are
   * @param folder of that system alone; made when it is not there
   */
  public TransientCopies(String owner, Path folder, Vault vault, JdbcClient jdbc) {
    this.owner = owner;
    this.folder = folder;
    this.applications = new RecordVault<>(vault, SignedApplication.class);
    this.documents = vault;
    this.jdbc = jdbc;
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for documents of " + owner, e);
    }
  }

  /** Keeps a copy; one that is there already stays. */
  public synchronized void keep(SignedApplication application, Instant at) {
    ApplicationVersion id = application.application().id();
    if (waiting().contains(id)) {
      return;
    }
    for (int n = 0; n < application.attachments().size(); n++) {
      write(file(id, n), documents.seal(application.attachments().get(n).bytes()));
    }
    jdbc.sql(
            """
            insert into application_copy
              (owner, application, version, kept_at, attachments, body)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            owner,
            id.number().value(),
            id.version(),
            Timestamp.from(at),
            application.attachments().size(),
            applications.seal(application.withAttachments(List.of())))
        .update();
  }

  /** Erases the copies of versions whose place this one took. */
  public synchronized void eraseSupersededBy(ApplicationVersion id) {
    waiting().stream()
        .filter(one -> one.number().equals(id.number()) && one.version() < id.version())
        .forEach(this::erase);
  }

  /** Which wait, oldest first. */
  public synchronized List<ApplicationVersion> waiting() {
    return jdbc.sql(
            "select application, version from application_copy where owner = ? order by position")
        .param(owner)
        .query(
            (row, n) ->
                new ApplicationVersion(new ApplicationNumber(row.getString(1)), row.getInt(2)))
        .list();
  }

  /** The oldest of them, with their documents. */
  public synchronized List<SignedApplication> oldest(int most) {
    return jdbc.sql(
            """
            select attachments, body from application_copy where owner = ?
             order by position limit ?
            """)
        .params(owner, most)
        .query((row, n) -> read(row.getBytes("body"), row.getInt("attachments")))
        .list();
  }

  private SignedApplication read(byte[] body, int attachments) {
    SignedApplication application = applications.open(body);
    return application.withAttachments(
        IntStream.range(0, attachments)
            .mapToObj(n -> documents.open(read(file(application.application().id(), n))))
            .map(Attachment::of)
            .toList());
  }

  /**
   * Erases a copy and its documents.
   *
   * @return whether there was one
   */
  public synchronized boolean erase(ApplicationVersion id) {
    int erased =
        jdbc.sql(
                """
                delete from application_copy where owner = ? and application = ? and version = ?
                """)
            .params(owner, id.number().value(), id.version())
            .update();
    remove(name -> name.startsWith(id.label() + "-"));
    return erased > 0;
  }

  /** Erases documents whose application is not here any more. */
  public synchronized void sweep() {
    Set<String> waiting = new HashSet<>();
    waiting().forEach(id -> waiting.add(id.label()));
    remove(name -> !waiting.contains(name.substring(0, name.lastIndexOf('-'))));
  }

  private void remove(Predicate<String> which) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> which.test(one.getFileName().toString())).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("documents of " + owner + " cannot be erased", e);
    }
  }

  private Path file(ApplicationVersion id, int n) {
    return folder.resolve(id.label() + "-" + n);
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException("a document cannot be kept", e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("a document cannot be read", e);
    }
  }
}
