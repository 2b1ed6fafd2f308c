package jp.chukan.command.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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
import jp.chukan.contract.crypto.DataKey;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.contract.crypto.EnvelopeOpener;
import jp.chukan.contract.crypto.EnvelopeSealer;
import jp.chukan.contract.crypto.KeyFiles;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.RecipientCertificate;
import jp.chukan.contract.crypto.RestingCipher;

/**
 * The least that an inquiry and its answer cost the server on this machine: sign the inquiry,
 * verify the receipt, the answer, permit, path and the provider's own document, open the envelope,
 * encrypt what it held, and one commit; as many at a time as there are processors. Without XML,
 * TLS, queues, checks, records, and without anybody on the other side.
 */
final class ExchangeFloor {
  /** Receipt, answer, permit, path, the provider's answer; the envelope holds one more. */
  private static final int VERIFICATIONS = 5;

  private static final InstitutionCode INQUIRER = new InstitutionCode("0220104202101700");
  private static final InstitutionCode PROVIDER = new InstitutionCode("0220108220101700");
  private static final int DOCUMENT_BYTES = 2_000;
  private static final int CONTENT_BYTES = 500;

  private final DocumentSigner signer;
  private final DocumentVerifier verifier;
  private final EnvelopeOpener opener;
  private final EnvelopeBinding binding;
  private final RestingCipher cipher;
  private final byte[] document = "x".repeat(DOCUMENT_BYTES).getBytes(StandardCharsets.US_ASCII);
  private final byte[] signed;
  private final byte[] envelope;

  private ExchangeFloor(Path keys, SecureRandom random, InstantSource clock) throws IOException {
    var password = Files.readString(keys.resolve("password")).strip().toCharArray();
    var anchors = KeyFiles.trustAnchors(keys.resolve("trust.p12"), password);
    var provider =
        new DocumentSigner(
            KeyFiles.signingKey(keys.resolve("signing-" + PROVIDER + ".p12"), password), clock);
    var key = KeyFiles.decryptionKey(keys.resolve("encryption-" + INQUIRER + ".p12"), password);
    signer =
        new DocumentSigner(
            KeyFiles.signingKey(keys.resolve("signing-" + INQUIRER + ".p12"), password), clock);
    verifier = new DocumentVerifier(anchors, clock);
    opener = new EnvelopeOpener(key, verifier, clock);
    binding = binding(key, clock.instant());
    cipher = new RestingCipher(1, DataKey.generate(random), random);
    signed = provider.sign(document);
    try {
      envelope =
          new EnvelopeSealer(provider, random)
              .seal(
                  "x".repeat(CONTENT_BYTES).getBytes(StandardCharsets.US_ASCII),
                  binding,
                  RecipientCertificate.verify(
                      key.certificate().getEncoded(), INQUIRER, anchors, clock));
    } catch (CertificateEncodingException e) {
      throw new IOException("cannot use the certificate of " + INQUIRER, e);
    }
  }

  private static EnvelopeBinding binding(DecryptionKey key, Instant now) {
    return new EnvelopeBinding(
        new ProcessingNumber("FLOOR0000001"),
        new PermitId("FLOOR-0001"),
        INQUIRER,
        key.keyId(),
        CryptoProfile.CLASSICAL.id(),
        now.plus(Duration.ofDays(1)));
  }

  /**
   * @param keys folder of the run's keys
   * @param inquiries how many
   */
  static Duration measure(LocalPostgres postgres, Path keys, int inquiries)
      throws IOException, SQLException {
    var floor = new ExchangeFloor(keys, new SecureRandom(), InstantSource.system());
    try (var connection = postgres.connect("postgres", "postgres");
        var statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS exchange_floor");
      statement.execute("CREATE TABLE exchange_floor (number int PRIMARY KEY, content bytea)");
      long started = System.nanoTime();
      floor.run(postgres, inquiries);
      var taken = Duration.ofNanos(System.nanoTime() - started);
      statement.execute("DROP TABLE exchange_floor");
      return taken;
    }
  }

  private void run(LocalPostgres postgres, int inquiries) throws IOException {
    var next = new AtomicInteger();
    Callable<Integer> worker =
        () -> {
          try (var connection = postgres.connect("postgres", "postgres")) {
            return exchangeAll(connection, next, inquiries);
          }
        };
    int processors = Runtime.getRuntime().availableProcessors();
    try (var executor = Executors.newFixedThreadPool(processors)) {
      var running = new ArrayList<Future<Integer>>();
      for (int i = 0; i < processors; i++) {
        running.add(executor.submit(worker));
      }
      for (var one : running) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("cannot measure the floor: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private int exchangeAll(Connection connection, AtomicInteger next, int inquiries)
      throws SQLException {
    int done = 0;
    try (var insert = connection.prepareStatement("INSERT INTO exchange_floor VALUES (?, ?)")) {
      for (int number = next.getAndIncrement();
          number < inquiries;
          number = next.getAndIncrement()) {
        insert.setInt(1, number);
        insert.setBytes(2, exchange());
        insert.executeUpdate();
        done++;
      }
    }
    return done;
  }

  /** What is stored of one. */
  private byte[] exchange() {
    signer.sign(document);
    for (int i = 0; i < VERIFICATIONS; i++) {
      verifier.verify(new RawSignedDocument(signed), PROVIDER);
    }
    var opened = opener.open(envelope, binding, PROVIDER);
    return cipher.encrypt(opened.content(), document);
  }
}
