package jp.chukan.gateway.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.backup.BackupManifest.Head;
import jp.chukan.gateway.backup.BackupManifest.Table;
import jp.chukan.gateway.crypto.InstitutionSigners;
import jp.chukan.gateway.kernel.JobProgress;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes one backup of everything while the server goes on (MU-12): database, journal of the broker
 * and keys of one moment, encrypted before a byte of it reaches a disk (JN-29, JN-30).
 */
@Component("takeBackup")
class TakeBackup {
  private final ObjectProvider<EmbeddedActiveMQ> broker;
  private final InstitutionSigners signers;
  private final BackupFiles files;
  private final BackupJournal journal;
  private final BackupSettings settings;
  private final Source source;
  private final ObjectMapper json;
  private final InstantSource clock;

  TakeBackup(
      ObjectProvider<EmbeddedActiveMQ> broker,
      InstitutionSigners signers,
      BackupFiles files,
      BackupJournal journal,
      BackupSettings settings,
      Source source,
      ObjectMapper json,
      InstantSource clock) {
    this.broker = broker;
    this.signers = signers;
    this.files = files;
    this.journal = journal;
    this.settings = settings;
    this.source = source;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Where everything is that a backup holds.
   *
   * @param database address of the database
   * @param keys folder of the keys; what an HSM holds is not in it
   * @param platform 「機関コード」 of the platform
   */
  @Component
  record Source(
      @Value("${spring.datasource.url}") String database,
      @Value("${chukan.keys.directory}") Path keys,
      @Value("${chukan.console.platform}") InstitutionCode platform) {}

  /**
   * Makes a backup and removes the oldest beyond those that are kept.
   *
   * @param progress counts what is in it; who is told to end leaves no file
   * @return empty when it was told to end
   * @throws BackupFailedException when it is not whole; no file is left of it
   * @throws InvalidInputException with {@link ErrorCode#SYM_BACKUP_RUNNING} while another is made,
   *     with {@link ErrorCode#SYM_BACKUP_BROKER} where the broker is not the server's own
   */
  Optional<BackupReport> take(JobProgress progress) {
    Instant takenAt = clock.instant();
    EmbeddedActiveMQ own = broker.getIfAvailable();
    if (own == null) {
      // a database without the messages that belong to it would lose what was on its way
      throw InvalidInputException.of(ErrorCode.SYM_BACKUP_BROKER);
    }
    try (var database = DatabaseImage.connect(source.database(), settings.database())) {
      database.lock();
      try (var unfinished = files.begin(takenAt)) {
        var content =
            write(unfinished.sealed(), own.getActiveMQServer(), database, takenAt, progress);
        if (content.isEmpty()) {
          return Optional.empty();
        }
        var report =
            new BackupReport(
                unfinished.name(),
                unfinished.finish(),
                unfinished.sha256(),
                takenAt,
                content.get().frozenMillis(),
                content.get().heads());
        journal.taken(report);
        files.removeOldest(settings.kept());
        return Optional.of(report);
      }
    } catch (IOException | SQLException e) {
      throw new BackupFailedException(e);
    }
  }

  private record Content(long frozenMillis, List<Head> heads) {}

  private Optional<Content> write(
      OutputStream sealed,
      ActiveMQServer own,
      DatabaseImage database,
      Instant takenAt,
      JobProgress progress)
      throws IOException, SQLException {
    try (var archive = new BackupWriter(sealed)) {
      long frozenMillis = addBroker(archive, own, database);
      addKeys(archive);
      List<Table> tables = database.tables();
      progress.whole(tables.size());
      for (Table table : tables) {
        if (!progress.goesOn()) {
          return Optional.empty();
        }
        archive.add("database/" + table.name(), out -> database.copy(table, out));
        progress.done(1);
      }
      List<Head> heads = database.heads();
      archive.finish(
          new BackupManifest(
              BackupManifest.FORMAT,
              source.platform(),
              takenAt,
              database.schemaVersion(),
              archive.entries(),
              tables,
              database.partitions(),
              database.sequences(),
              heads),
          signers.of(source.platform()),
          json);
      return Optional.of(new Content(frozenMillis, heads));
    }
  }

  /**
   * The broker's files, of the moment from which on the database is read; the broker may use them
   * again once they are in the archive.
   *
   * @return how long the broker confirmed nothing, in milliseconds
   */
  private static long addBroker(BackupWriter archive, ActiveMQServer own, DatabaseImage database)
      throws IOException, SQLException {
    try (var image = BrokerImage.take(own, database::freeze)) {
      for (String name : image.names()) {
        archive.add("broker/" + name, out -> image.copy(name, out));
      }
      return Duration.ofNanos(image.frozenNanos()).toMillis();
    }
  }

  private void addKeys(BackupWriter archive) throws IOException {
    for (Path file : keyFiles()) {
      archive.add("keys/" + file.getFileName(), out -> Files.copy(file, out));
    }
  }

  private List<Path> keyFiles() {
    if (!Files.isDirectory(source.keys())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(source.keys())) {
      return all.filter(Files::isRegularFile)
          // one that begins with a dot is being written
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
