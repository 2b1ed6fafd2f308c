package jp.chukan.gateway.observation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.RecordSide;
import jp.chukan.gateway.record.RecordedDeeds;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Measures how long each {@link ExchangeStep} took, by institution, side and outcome. An exchange
 * that is held is decided twice: when it is held and when it ends.
 */
@Component("measureExchange")
public final class ExchangeTimes implements RecordedDeeds {
  private static final String NAME = "chukan.exchange";

  /** Outcome of an inquiry that has left and waits for its answer. */
  private static final String SENT = "SENT";

  /** From a decision by itself over one by people to an inquiry that nobody answers. */
  private static final Duration[] BUCKETS =
      Stream.of(
              "PT0.01S",
              "PT0.025S",
              "PT0.05S",
              "PT0.1S",
              "PT0.25S",
              "PT0.5S",
              "PT1S",
              "PT2.5S",
              "PT5S",
              "PT10S",
              "PT30S",
              "PT1M",
              "PT5M",
              "PT30M",
              "PT1H",
              "PT4H",
              "PT24H",
              "PT72H")
          .map(Duration::parse)
          .toArray(Duration[]::new);

  private final MeterRegistry meters;
  private final InstantSource clock;

  ExchangeTimes(MeterRegistry meters, InstantSource clock) {
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  public void recorded(ProvisionRecord record) {
    measure(
        ExchangeStep.DECISION,
        record.institution(),
        record.side(),
        record.outcome().name(),
        Duration.between(record.receivedAt(), record.decidedAt()));
  }

  /**
   * The receipt of an answer is kept.
   *
   * @param outcome how its request was decided; null when what it answers is not known any more,
   *     and then nothing is measured
   * @param receivedAt when its request came, in milliseconds since 1970
   * @param decidedAt when it was decided, in milliseconds since 1970
   * @param publishedAt when the broker took the answer, in milliseconds since 1970
   */
  public void answered(
      InstitutionCode institution,
      @Nullable String outcome,
      @Nullable Long receivedAt,
      @Nullable Long decidedAt,
      long publishedAt) {
    if (outcome == null || receivedAt == null || decidedAt == null) {
      return;
    }
    Instant now = clock.instant();
    Instant decided = Instant.ofEpochMilli(decidedAt);
    left(institution, RecordSide.PROVIDER, outcome, decided, publishedAt, now);
    measure(
        ExchangeStep.WHOLE,
        institution,
        RecordSide.PROVIDER,
        outcome,
        Duration.between(Instant.ofEpochMilli(receivedAt), now));
  }

  /**
   * The receipt of an inquiry is kept.
   *
   * @param decidedAt when it was accepted, in milliseconds since 1970; null when that is not known
   *     any more
   * @param publishedAt when the broker took it, in milliseconds since 1970
   */
  public void asked(InstitutionCode institution, @Nullable Long decidedAt, long publishedAt) {
    if (decidedAt != null) {
      left(
          institution,
          RecordSide.INQUIRER,
          SENT,
          Instant.ofEpochMilli(decidedAt),
          publishedAt,
          clock.instant());
    }
  }

  private void left(
      InstitutionCode institution,
      RecordSide side,
      String outcome,
      Instant decidedAt,
      long publishedAt,
      Instant now) {
    Instant published = Instant.ofEpochMilli(publishedAt);
    measure(
        ExchangeStep.PUBLICATION,
        institution,
        side,
        outcome,
        Duration.between(decidedAt, published));
    measure(ExchangeStep.RECEIPT, institution, side, outcome, Duration.between(published, now));
  }

  private void measure(
      ExchangeStep step,
      InstitutionCode institution,
      RecordSide side,
      String outcome,
      Duration time) {
    Timer.builder(NAME)
        .description("Time of one step of an exchange")
        .tag("institution", institution.value())
        .tag("side", side.name())
        .tag("outcome", outcome)
        .tag("step", step.name())
        .serviceLevelObjectives(BUCKETS)
        .register(meters)
        // clocks of two machines may disagree by a moment
        .record(time.isNegative() ? Duration.ZERO : time);
  }
}
