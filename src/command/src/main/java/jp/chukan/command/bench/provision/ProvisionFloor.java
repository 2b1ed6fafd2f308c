package jp.chukan.command.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import jp.chukan.command.installation.LocalPostgres;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.crypto.CryptoProfile;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.contract.crypto.EnvelopeSealer;
import jp.chukan.contract.crypto.KeyFiles;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.RecipientCertificate;

/**
 * The least that a provision costs the server on this machine: verify request, permit, path and
 * receipt, seal the content, sign the answer, one commit of PostgreSQL, one write to a journal that
 * is forced to disk, one round trip over TLS. Without XML, queues, checks, records, and without
 * anybody who asks.
 */
final class ProvisionFloor {
  private static final int VERIFICATIONS = 4;
  private static final int AT_ONCE = 16;
  private static final InstitutionCode PROVIDER = new InstitutionCode("0220104202101700");
  private static final InstitutionCode INQUIRER = new InstitutionCode("0220108220101700");
  private static final int DOCUMENT_BYTES = 2_000;

  private final DocumentSigner signer;
  private final DocumentVerifier verifier;
  private final EnvelopeSealer sealer;
  private final EnvelopeBinding binding;
  private final RecipientCertificate recipient;
  private final byte[] document = "x".repeat(DOCUMENT_BYTES).getBytes(StandardCharsets.US_ASCII);
  private final byte[] signed;

  private ProvisionFloor(Path keys, SecureRandom random, InstantSource clock) throws IOException {
    var password = Files.readString(keys.resolve("password")).strip().toCharArray();
    var anchors = KeyFiles.trustAnchors(keys.resolve("trust.p12"), password);
    signer =
        new DocumentSigner(
            KeyFiles.signingKey(keys.resolve("signing-" + PROVIDER + ".p12"), password), clock);
    verifier = new DocumentVerifier(anchors, clock);
    sealer = new EnvelopeSealer(signer, random);
    DecryptionKey key =
        KeyFiles.decryptionKey(keys.resolve("encryption-" + INQUIRER + ".p12"), password);
    binding =
        new EnvelopeBinding(
            new ProcessingNumber("FLOOR0000001"),
            new PermitId("FLOOR-0001"),
            INQUIRER,
            key.keyId(),
            CryptoProfile.CLASSICAL.id(),
            clock.instant().plus(Duration.ofDays(1)));
    signed = signer.sign(document);
    try {
      recipient =
          RecipientCertificate.verify(key.certificate().getEncoded(), INQUIRER, anchors, clock);
    } catch (CertificateEncodingException e) {
      throw new IOException("cannot use the certificate of " + INQUIRER, e);
    }
  }

  /**
   * @param keys folder of the run's keys
   * @param folder where the journal is written
   * @param lasting for how long
   * @return provisions a second
   */
  static double measure(LocalPostgres postgres, Path keys, Path folder, Duration lasting)
      throws IOException, SQLException {
    var floor = new ProvisionFloor(keys, new SecureRandom(), InstantSource.system());
    try (var connection = postgres.connect("postgres", "postgres");
        var statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS provision_floor");
      statement.execute("CREATE TABLE provision_floor (number int PRIMARY KEY, content bytea)");
      long started = System.nanoTime();
      int done = floor.run(postgres, keys, folder, started + lasting.toNanos());
      double seconds = (System.nanoTime() - started) / 1e9;
      statement.execute("DROP TABLE provision_floor");
      return done / seconds;
    }
  }

  private int run(LocalPostgres postgres, Path keys, Path folder, long end) throws IOException {
    var next = new AtomicInteger();
    try (var network = new TlsRoundTrip(keys);
        var workers = Executors.newFixedThreadPool(AT_ONCE)) {
      var running = new ArrayList<Future<Integer>>();
      for (int i = 0; i < AT_ONCE; i++) {
        Path journal = folder.resolve("floor-journal-" + i);
        Callable<Integer> worker = () -> provideUntil(end, postgres, journal, network, next);
        running.add(workers.submit(worker));
      }
      int done = 0;
      for (var one : running) {
        done += one.get();
      }
      return done;
    } catch (ExecutionException e) {
      throw new IOException("cannot measure the floor: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private int provideUntil(
      long end, LocalPostgres postgres, Path file, TlsRoundTrip network, AtomicInteger next)
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
      verifier.verify(new RawSignedDocument(signed), PROVIDER);
    }
    byte[] answer = signer.sign(sealer.seal(document, binding, recipient));
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
