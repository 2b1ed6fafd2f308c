package jp.chukan.command.bench.registration;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jp.chukan.command.bench.measuring.Bench;
import jp.chukan.command.bench.measuring.Databases;
import jp.chukan.command.bench.measuring.Floor;
import jp.chukan.command.bench.measuring.MemoryWatch;
import jp.chukan.command.bench.measuring.ProcessUse;
import jp.chukan.command.client.MunicipalClient;
import jp.chukan.command.installation.Installation;
import jp.chukan.contract.code.AffairCode;

/**
 * Registration of many 「副本」 through the real door of a gateway with a small heap: a million in one
 * message, more of them in several, one after the other.
 */
final class RegistrationBenchmark {
  private static final AffairCode AFFAIR = new AffairCode("JM01000000001000");

  /** As many as one message may ask for. */
  private static final int PORTION = 1_000;

  private static final int RECORDS_OF_A_MESSAGE = 1_000_000;

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

  /** What became of all messages. */
  private record Registered(int accepted, int messages, long attachmentBytes, Duration taken) {}

  RegistrationMeasurement run() throws IOException, SQLException {
    var client =
        MunicipalClient.connect(installation.gatewayUri(), installation.keys(), Bench.MUNICIPALITY);
    introducePersons(client);
    var before = ProcessUse.of(installation.runDirectory());
    var databases = new Databases(installation);
    long bytesBefore = databases.keptBytes();
    var memory = new MemoryWatch(installation);
    var registered = register(client, memory);
    var processor = ProcessUse.of(installation.runDirectory()).millisEachSince(before, records);
    long bytesEach = (databases.keptBytes() - bytesBefore) / records;
    progress.accept("measuring the floor");
    int rowSize = CopyFloor.rowSize(installation.postgres());
    return new RegistrationMeasurement(
        records,
        registered.accepted(),
        registered.messages(),
        registered.attachmentBytes(),
        registered.taken().toMillis(),
        processor,
        bytesEach,
        memory.use(),
        rowSize,
        Floor.ofTimes(
            records,
            registered.taken().toMillis(),
            CopyFloor.measure(installation.postgres(), records, rowSize).toMillis()));
  }

  /** No more than one attachment is on disk at a time, and none in memory. */
  private Registered register(MunicipalClient client, MemoryWatch memory) throws IOException {
    int accepted = 0;
    int messages = 0;
    long bytes = 0;
    var taken = Duration.ZERO;
    for (int from = 0; from < records; from += RECORDS_OF_A_MESSAGE) {
      progress.accept("writing attachments, %,d of %,d".formatted(from, records));
      int to = Math.min(from + RECORDS_OF_A_MESSAGE, records);
      var files = RegistrationFiles.write(installation.runDirectory(), from, to);
      progress.accept("registering, %,d of %,d".formatted(from, records));
      long started = System.nanoTime();
      accepted +=
          memory
              .during(() -> client.register(files.message(), files.attachment()))
              .body()
              .acceptedCount();
      taken = taken.plusNanos(System.nanoTime() - started);
      messages++;
      bytes += Files.size(files.attachment());
      Files.delete(files.attachment());
    }
    return new Registered(accepted, messages, bytes, taken);
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
