package jp.chukan.mocknetwork.control;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.mocknetwork.coresystem.ExchangeRecord;
import jp.chukan.mocknetwork.coresystem.ExchangeRecord.Outcome;

/**
 * How a load went. Times are those between the moment at which an inquiry was due and its answer;
 * they and the rate leave out what was due in the seconds that do not count.
 *
 * @param running whether inquiries are still to be made; then nothing else is known but the counts
 * @param asked inquiries that were made
 * @param failed inquiries that could not be made
 * @param provided answered with content
 * @param refused answered without
 * @param pending not answered yet
 * @param perSecond answers that arrived in a second
 * @param p50Millis half of all took no longer
 * @param p95Millis 95 of 100 took no longer
 * @param p99Millis 99 of 100 took no longer
 * @param p999Millis 999 of 1,000 took no longer
 * @param latestMillis by how much the latest inquiry began after its time
 */
record LoadReport(
    boolean running,
    int asked,
    int failed,
    int provided,
    int refused,
    int pending,
    double perSecond,
    long p50Millis,
    long p95Millis,
    long p99Millis,
    long p999Millis,
    long latestMillis) {
  private static final int THOUSAND = 1_000;

  static LoadReport underWay(OpenLoop load) {
    return new LoadReport(
        true, load.asked().size(), load.failed(), 0, 0, 0, 0, 0, 0, 0, 0, load.latest().toMillis());
  }

  /**
   * Of a load that has ended.
   *
   * @param trim at its start and end, what does not count
   * @param records of the core
   */
  static LoadReport of(OpenLoop load, Duration trim, List<ExchangeRecord> records) {
    List<Made> made = made(load.asked(), records);
    Instant from = load.begun().plus(trim);
    Instant to =
        made.stream().map(Made::due).max(Instant::compareTo).orElse(load.begun()).minus(trim);
    long[] times =
        made.stream()
            .filter(each -> isWithin(each.due(), from, to))
            .flatMap(Made::took)
            .mapToLong(Duration::toMillis)
            .sorted()
            .toArray();
    long within =
        made.stream().flatMap(Made::answered).filter(at -> isWithin(at, from, to)).count();
    int[] outcomes = new int[Outcome.values().length];
    made.forEach(each -> outcomes[each.exchange().outcome().ordinal()]++);
    return new LoadReport(
        false,
        made.size(),
        load.failed(),
        outcomes[Outcome.PROVIDED.ordinal()],
        outcomes[Outcome.REFUSED.ordinal()],
        outcomes[Outcome.PENDING.ordinal()],
        within * 1000.0 / Math.max(1, Duration.between(from, to).toMillis()),
        percentile(times, 500),
        percentile(times, 950),
        percentile(times, 990),
        percentile(times, 999),
        load.latest().toMillis());
  }

  /** An inquiry with what the core has of it. */
  private record Made(Instant due, ExchangeRecord exchange) {
    Stream<Instant> answered() {
      return Stream.ofNullable(exchange.answeredAt());
    }

    Stream<Duration> took() {
      return answered().map(at -> Duration.between(due, at));
    }
  }

  private static List<Made> made(List<OpenLoop.Due> asked, List<ExchangeRecord> records) {
    Map<ProcessingNumber, ExchangeRecord> byNumber = new HashMap<>();
    records.forEach(each -> byNumber.put(each.processingNumber(), each));
    return asked.stream()
        .map(
            due ->
                new Made(due.at(), Objects.requireNonNull(byNumber.get(due.number()), "a record")))
        .toList();
  }

  private static boolean isWithin(Instant at, Instant from, Instant to) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  /**
   * What so many of all did not exceed; 0 when there are none.
   *
   * @param sorted times
   * @param ofThousand 1 to 1,000
   */
  static long percentile(long[] sorted, int ofThousand) {
    return sorted.length == 0
        ? 0
        : sorted[(int) (((long) sorted.length * ofThousand + THOUSAND - 1) / THOUSAND) - 1];
  }
}
