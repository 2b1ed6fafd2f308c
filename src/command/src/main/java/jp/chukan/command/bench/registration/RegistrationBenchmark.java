package jp.chukan.command.bench.registration;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jp.chukan.command.bench.measuring.Bench;
import jp.chukan.command.bench.measuring.Databases;
import jp.chukan.command.bench.measuring.GatewaySampler;
import jp.chukan.command.bench.measuring.HeapReading;
import jp.chukan.command.bench.measuring.ProcessUse;
import jp.chukan.command.client.MunicipalClient;
import jp.chukan.command.installation.Installation;
import jp.chukan.contract.code.AffairCode;

/**
 * Registration of many 「副本」 in one message, through the real door of a gateway with a small heap.
 */
final class RegistrationBenchmark {
  private static final AffairCode AFFAIR = new AffairCode("JM01000000001000");

  /** As many as one message may ask for. */
  private static final int PORTION = 1_000;

  private final Installation installation;
  private final int records;
  private final Consumer<String> progress;

  /**
   * @param installation a fresh one
   * @param progress told what is going on
   */
  RegistrationBenchmark(Installation installation, int records, Consumer<String> progress) {
    this.installation = installation;
    this.records = records;
    this.progress = progress;
  }

  RegistrationMeasurement run() throws IOException, SQLException {
    progress.accept("writing the attachment");
    var files = RegistrationFiles.write(installation.runDirectory(), records);
    var client =
        MunicipalClient.connect(installation.gatewayUri(), installation.keys(), Bench.MUNICIPALITY);
    introducePersons(client);
    progress.accept("registering");
    var before = ProcessUse.of(installation.runDirectory());
    var databases = new Databases(installation);
    long bytesBefore = databases.keptBytes();
    long started = System.nanoTime();
    int accepted;
    HeapReading heap;
    try (var sampler = new GatewaySampler(installation.managementUri())) {
      accepted = client.register(files.message(), files.attachment()).body().acceptedCount();
      heap = sampler.heap();
    }
    var taken = Duration.ofNanos(System.nanoTime() - started);
    var processor = ProcessUse.of(installation.runDirectory()).millisEachSince(before, records);
    long bytesEach = (databases.keptBytes() - bytesBefore) / records;
    progress.accept("measuring the floor");
    int rowSize = CopyFloor.rowSize(installation.postgres());
    return new RegistrationMeasurement(
        records,
        accepted,
        Files.size(files.attachment()),
        taken.toMillis(),
        processor,
        bytesEach,
        heap,
        rowSize,
        CopyFloor.measure(installation.postgres(), records, rowSize).toMillis());
  }

  /** The server takes 「副本」 only of persons whose 「符号」 was asked for. */
  private void introducePersons(MunicipalClient client) throws IOException {
    for (int from = 0; from < records; from += PORTION) {
      progress.accept("asking for 符号, %,d of %,d".formatted(from, records));
      client.acquireCodes(
          AFFAIR,
          IntStream.range(from, Math.min(from + PORTION, records))
              .mapToObj(RegistrationFiles::person)
              .toList());
    }
  }
}
