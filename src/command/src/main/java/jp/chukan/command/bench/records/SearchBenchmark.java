package jp.chukan.command.bench.records;

import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import jp.chukan.command.bench.measuring.Bench;
import jp.chukan.command.bench.records.SearchMeasurement.Search;
import jp.chukan.command.bench.records.SearchMeasurement.Times;
import jp.chukan.command.client.DisclosureClient;
import jp.chukan.command.client.MunicipalClient;
import jp.chukan.command.installation.Installation;
import jp.chukan.contract.code.LinkageCode;

/**
 * How long it takes to find one exchange, and one person, among a year of records: through the real
 * doors, beside the same questions to a server that has hardly any.
 */
final class SearchBenchmark {
  private static final int FEW = 3_000;

  /** With fewer there is nothing to compare. */
  static final int FEWEST = 30_000;

  private static final int QUESTIONS = 1_000;
  private static final int WARM_UP = 200;
  private static final int INSTITUTIONS = 3;

  /** A record in an answer takes more than this. */
  private static final int RECORD_BYTES = 200;

  private static final double NANOS_PER_MILLI = 1e6;

  private final Installation installation;
  private final int records;
  private final Consumer<String> progress;

  /**
   * @param records of one year, over all institutions
   * @param progress told what is going on
   */
  SearchBenchmark(Installation installation, int records, Consumer<String> progress) {
    this.installation = installation;
    this.records = records;
    this.progress = progress;
  }

  SearchMeasurement run() throws IOException, SQLException {
    var year = new YearOfRecords(installation.postgres(), records, progress);
    year.fill(0, FEW - 1);
    progress.accept("asking among few records");
    ask(FEW, WARM_UP);
    var few = ask(FEW, QUESTIONS);
    year.fill(FEW, records - 1);
    progress.accept("asking among all records");
    ask(records, WARM_UP);
    return new SearchMeasurement(few, ask(records, QUESTIONS));
  }

  /** Exchanges at random, and the persons whom they are about. */
  private Search ask(int among, int questions) throws IOException {
    var gateway = installation.gatewayUri();
    var municipality = MunicipalClient.connect(gateway, installation.keys(), Bench.MUNICIPALITY);
    var disclosure = DisclosureClient.connect(gateway, installation.keys(), InstantSource.system());
    int empty = disclosure.records(Bench.MUNICIPALITY, new LinkageCode("bench-nobody-0000")).length;
    var random = new Random(among);
    long[] traces = new long[questions];
    long[] persons = new long[questions];
    int found = 0;
    for (int i = 0; i < questions; i++) {
      // every third exchange is of this municipality
      int exchange = INSTITUTIONS * random.nextInt(among / INSTITUTIONS);
      String number = YearOfRecords.number(exchange);
      var person = new LinkageCode(YearOfRecords.person(exchange, records));
      long started = System.nanoTime();
      found += municipality.provisionRecords(number).size();
      long between = System.nanoTime();
      found += disclosure.records(Bench.MUNICIPALITY, person).length > empty + RECORD_BYTES ? 1 : 0;
      traces[i] = between - started;
      persons[i] = System.nanoTime() - between;
    }
    return new Search(among, found == 2 * questions, times(traces), times(persons));
  }

  private static Times times(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Times(
        sorted[sorted.length / 2] / NANOS_PER_MILLI,
        sorted[(int) Math.ceil(sorted.length * 0.99) - 1] / NANOS_PER_MILLI,
        sorted[sorted.length - 1] / NANOS_PER_MILLI);
  }
}
