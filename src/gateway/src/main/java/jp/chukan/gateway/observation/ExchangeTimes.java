package jp.chukan.gateway.observation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.record.RecordSide;
import jp.chukan.gateway.record.RecordedDeeds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Measures how long each {@link ExchangeStep} took, by institution, side and outcome. An exchange
 * that is held is decided twice: when it is held and when it ends.
 */
@Component("measureExchange")
public final class ExchangeTimes implements RecordedDeeds {
  private static final Logger log = LoggerFactory.getLogger(ExchangeTimes.class);
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
  private final ProvisionRecords records;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  ExchangeTimes(
      MeterRegistry meters,
      ProvisionRecords records,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.meters = meters;
    this.records = records;
    this.transactions = transactions;
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
   * The receipt of an answer is kept. Whatever goes wrong here, the answer must not leave once
   * more.
   *
   * @param publishedAt when the broker took the answer, in milliseconds since 1970
   */
  public void answered(InstitutionCode institution, ProcessingNumber number, long publishedAt) {
    Instant now = clock.instant();
    try {
      transactions.within(institution, () -> records.find(institution, number)).stream()
          .filter(record -> record.side() == RecordSide.PROVIDER)
          .reduce((earlier, later) -> later)
          .ifPresent(last -> measureAnswer(last, publishedAt, now));
    } catch (DataAccessException | TransactionException e) {
      log.warn("an exchange is not measured: {}", e.getClass().getName());
    }
  }

  private void measureAnswer(ProvisionRecord last, long publishedAt, Instant now) {
    InstitutionCode institution = last.institution();
    String outcome = last.outcome().name();
    left(institution, RecordSide.PROVIDER, outcome, last.decidedAt(), publishedAt, now);
    measure(
        ExchangeStep.WHOLE,
        institution,
        RecordSide.PROVIDER,
        outcome,
        Duration.between(last.receivedAt(), now));
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
