package jp.chukan.command.bench.provision;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import jp.chukan.command.bench.measuring.Bench;
import jp.chukan.command.bench.measuring.FloorParties;
import jp.chukan.command.bench.measuring.Workers;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.installation.LocalPostgres;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.RawSignedDocument;

/**
 * The least that a provision costs the server on this machine: verify request, permit, path and
 * receipt, seal the content, sign the answer, one commit of PostgreSQL, one write to a journal that
 * is forced to disk, one round trip over TLS. Without XML, queues, checks, records, and without
 * anybody who asks.
 */
final class ProvisionFloor {
  private static final int VERIFICATIONS = 4;
  private static final int AT_ONCE = 16;
  private static final InstitutionCode PROVIDER = Bench.MUNICIPALITY;
  private static final InstitutionCode INQUIRER = new InstitutionCode("0220108220101700");

  /** Of request, permit, path and receipt, each. */
  private static final int DOCUMENT_BYTES = 2_000;

  private final LocalPostgres postgres;
  private final Path keys;
  private final FloorParties parties;
  private final byte[] signed;
  private final byte[] content;

  /**
   * @param installation whose keys and database are used
   * @param contentBytes of each answer, before it is sealed
   */
  ProvisionFloor(Installation installation, int contentBytes) throws IOException {
    postgres = installation.postgres();
    keys = installation.keys();
    parties = FloorParties.of(keys, INQUIRER, PROVIDER, new SecureRandom(), InstantSource.system());
    signed = parties.providerSigner().sign(text(DOCUMENT_BYTES));
    content = text(contentBytes);
  }

  private static byte[] text(int bytes) {
    return "x".repeat(bytes).getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * @param folder where the journal is written
   * @param lasting for how long
   * @return provisions a second
   */
  double measure(Path folder, Duration lasting) throws IOException, SQLException {
    try (var connection = postgres.connect("postgres", "postgres");
        var statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS provision_floor");
      statement.execute("CREATE TABLE provision_floor (number int PRIMARY KEY, content bytea)");
      long started = System.nanoTime();
      int done = run(folder, started + lasting.toNanos());
      double seconds = (System.nanoTime() - started) / 1e9;
      statement.execute("DROP TABLE provision_floor");
      return done / seconds;
    }
  }

  private int run(Path folder, long end) throws IOException {
    var next = new AtomicInteger();
    try (var network = new TlsRoundTrip(keys)) {
      return Workers.run(
          AT_ONCE,
          worker -> {
            Path journal = folder.resolve("floor-journal-" + worker);
            return () -> provideUntil(end, journal, network, next);
          });
    }
  }

  private int provideUntil(long end, Path file, TlsRoundTrip network, AtomicInteger next)
      throws IOException, SQLException {
    int done = 0;
    try (var connection = postgres.connect("postgres", "postgres");
        var insert = connection.prepareStatement("INSERT INTO provision_floor VALUES (?, ?)");
        var journal =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
      while (System.nanoTime() < end) {
        provide(next.getAndIncrement(), insert, journal, network);
        done++;
      }
    } finally {
      Files.deleteIfExists(file);
    }
    return done;
  }

  private void provide(
      int number, PreparedStatement insert, FileChannel journal, TlsRoundTrip network)
      throws IOException, SQLException {
    for (int i = 0; i < VERIFICATIONS; i++) {
      parties.verifier().verify(new RawSignedDocument(signed), PROVIDER);
    }
    byte[] answer =
        parties
            .providerSigner()
            .sign(parties.sealer().seal(content, parties.binding(), parties.recipient()));
    insert.setInt(1, number);
    insert.setBytes(2, answer);
    insert.executeUpdate();
    var bytes = ByteBuffer.wrap(answer);
    while (bytes.hasRemaining()) {
      journal.write(bytes);
    }
    journal.force(false);
    network.make(answer);
  }
}
