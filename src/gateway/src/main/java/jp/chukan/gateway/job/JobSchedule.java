package jp.chukan.gateway.job;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import jp.chukan.gateway.kernel.JapanDay;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/** When a job runs by itself. */
public sealed interface JobSchedule {

  /**
   * Again so long after it began, and at once when it never ran.
   *
   * @param interval more than nothing
   */
  record Every(Duration interval) implements JobSchedule {
    private static final Duration FREQUENT = Duration.ofMinutes(5);

    public Every {
      if (!interval.isPositive()) {
        throw new IllegalArgumentException("a job runs every so often, not " + interval);
      }
    }

    @Override
    public Optional<Instant> next(Instant since, @Nullable Instant last) {
      return Optional.of(last == null ? since : last.plus(interval));
    }

    @Override
    public boolean isFrequent() {
      return interval.compareTo(FREQUENT) < 0;
    }
  }

  /**
   * At times of the day in Japan.
   *
   * @param expression six fields from seconds to the day of the week, as Spring reads them
   */
  record At(CronExpression expression) implements JobSchedule {

    /**
     * @throws IllegalArgumentException when it cannot be read
     */
    public static At of(String expression) {
      return new At(CronExpression.parse(expression));
    }

    @Override
    public Optional<Instant> next(Instant since, @Nullable Instant last) {
      ZonedDateTime from = (last == null ? since : last).atZone(JapanDay.ZONE);
      return Optional.ofNullable(expression.next(from)).map(ZonedDateTime::toInstant);
    }
  }

  /** Never by itself: only when somebody asks for it. */
  record OnDemand() implements JobSchedule {

    @Override
    public Optional<Instant> next(Instant since, @Nullable Instant last) {
      return Optional.empty();
    }
  }

  /**
   * When it is due; empty when it never is.
   *
   * @param since from when on it is looked after
   * @param last when it last began, null when it never did
   */
  Optional<Instant> next(Instant since, @Nullable Instant last);

  /** Whether it runs so often that not every turn is worth a line. */
  default boolean isFrequent() {
    return false;
  }
}
