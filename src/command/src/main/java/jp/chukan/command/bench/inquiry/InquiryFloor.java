package jp.chukan.command.bench.inquiry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import jp.chukan.command.bench.measuring.Bench;
import jp.chukan.command.bench.measuring.FloorParties;
import jp.chukan.command.bench.measuring.Workers;
import jp.chukan.command.installation.LocalPostgres;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DataKey;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.RestingCipher;

/**
 * The least that an inquiry and its answer cost the server on this machine: sign the inquiry,
 * verify the receipt, the answer, permit, path and the provider's own document, open the envelope,
 * encrypt what it held, and one commit; as many at a time as there are processors. Without XML,
 * TLS, queues, checks, records, and without anybody on the other side.
 */
final class InquiryFloor {
  /** Receipt, answer, permit, path, the provider's answer; the envelope holds one more. */
  private static final int VERIFICATIONS = 5;

  private static final InstitutionCode INQUIRER = Bench.MUNICIPALITY;
  private static final InstitutionCode PROVIDER = new InstitutionCode("0220108220101700");
  private static final int DOCUMENT_BYTES = 2_000;
  private static final int CONTENT_BYTES = 500;

  private final FloorParties parties;
  private final RestingCipher cipher;
  private final byte[] document = "x".repeat(DOCUMENT_BYTES).getBytes(StandardCharsets.US_ASCII);
  private final byte[] signed;
  private final byte[] envelope;

  private InquiryFloor(Path keys, SecureRandom random, InstantSource clock) throws IOException {
    parties = FloorParties.of(keys, INQUIRER, PROVIDER, random, clock);
    cipher = new RestingCipher(1, DataKey.generate(random), random);
    signed = parties.providerSigner().sign(document);
    envelope =
        parties
            .sealer()
            .seal(
                "x".repeat(CONTENT_BYTES).getBytes(StandardCharsets.US_ASCII),
                parties.binding(),
                parties.recipient());
  }

  /**
   * @param keys folder of the run's keys
   * @param inquiries how many
   */
  static Duration measure(LocalPostgres postgres, Path keys, int inquiries)
      throws IOException, SQLException {
    var floor = new InquiryFloor(keys, new SecureRandom(), InstantSource.system());
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
    Workers.run(
        Runtime.getRuntime().availableProcessors(),
        worker ->
            () -> {
              try (var connection = postgres.connect("postgres", "postgres")) {
                return exchangeAll(connection, next, inquiries);
              }
            });
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
    parties.inquirerSigner().sign(document);
    for (int i = 0; i < VERIFICATIONS; i++) {
      parties.verifier().verify(new RawSignedDocument(signed), PROVIDER);
    }
    var opened = parties.opener().open(envelope, parties.binding(), PROVIDER);
    return cipher.encrypt(opened.content(), document);
  }
}
