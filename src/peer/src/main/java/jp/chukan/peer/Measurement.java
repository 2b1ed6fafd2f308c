package jp.chukan.peer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.concurrent.TimeUnit;
import jp.chukan.peer.ClosedLoop.Round;
import jp.chukan.peer.Deliveries.Tally;
import org.jspecify.annotations.Nullable;

/**
 * What one run showed. Times begin with the payload and end with its verified receipt.
 *
 * @param settings under which
 * @param seconds until the last receipt
 * @param sent messages
 * @param received taken by the application behind the receiver, once and as they were sent
 * @param receipts verified by the sender
 * @param perSecond receipts
 * @param cpuMillisEach CPU time of the process, which is both parties, per exchange
 * @param valid whether the numbers mean anything
 * @param failure why not
 */
@JsonPropertyOrder({"settings", "seconds", "sent", "received", "receipts", "perSecond"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record Measurement(
    Settings settings,
    double seconds,
    long sent,
    long received,
    long receipts,
    double perSecond,
    double p50Millis,
    double p95Millis,
    double p99Millis,
    @JsonProperty("p99.9Millis") double p999Millis,
    double cpuMillisEach,
    boolean valid,
    @Nullable String failure) {
  private static final double MICROS_PER_MILLI = 1000;

  /**
   * Of a round that ended.
   *
   * @param warm counts before it
   * @param all counts after it
   */
  static Measurement of(Settings settings, Tally warm, Tally all, Round round) {
    double seconds = (double) round.nanos() / TimeUnit.SECONDS.toNanos(1);
    double cpuMillis = (double) round.cpuNanos() / TimeUnit.MILLISECONDS.toNanos(1);
    long sent = all.sent() - warm.sent();
    boolean valid = all.isComplete() && round.receipts() == sent && sent > 0;
    return new Measurement(
        settings,
        rounded(seconds),
        sent,
        all.received() - warm.received(),
        round.receipts(),
        rounded(round.receipts() / seconds),
        millis(round, 50),
        millis(round, 95),
        millis(round, 99),
        millis(round, 99.9),
        rounded(cpuMillis / Math.max(1, round.receipts())),
        valid,
        valid ? null : all.toString());
  }

  /** Of a round that a failed exchange ended. */
  static Measurement failed(Settings settings, Tally all, String failure) {
    return new Measurement(
        settings, 0, all.sent(), all.received(), 0, 0, 0, 0, 0, 0, 0, false, failure);
  }

  String json() {
    try {
      return JsonMapper.builder().build().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and text can always be written", e);
    }
  }

  private static double millis(Round round, double percentile) {
    return rounded(round.micros().getValueAtPercentile(percentile) / MICROS_PER_MILLI);
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
