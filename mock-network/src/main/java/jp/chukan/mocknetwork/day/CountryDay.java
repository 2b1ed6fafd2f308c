package jp.chukan.mocknetwork.day;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.border.BorderWatch;
import jp.chukan.mocknetwork.border.Crossing;
import jp.chukan.mocknetwork.link.CommunicationLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The day that is being played, or was last: one at a time, each after the one before. */
@Component
public final class CountryDay implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CountryDay.class);

  private final PlayDay play;
  private final CloseDay close;
  private final Days days;
  private final CommunicationLog communications;
  private final BorderWatch border;
  private final InstantSource real;
  private final AtomicReference<@Nullable Running> current = new AtomicReference<>();

  CountryDay(
      PlayDay play,
      CloseDay close,
      Days days,
      CommunicationLog communications,
      BorderWatch border,
      InstantSource real) {
    this.play = play;
    this.close = close;
    this.days = days;
    this.communications = communications;
    this.border = border;
    this.real = real;
  }

  /**
   * How the day stands.
   *
   * @param running whether it is not over yet
   * @param day its date
   * @param time what its clock shows
   * @param phase what is done
   * @param events how many events of each kind have happened, by their Japanese names
   * @param scenes how many were played
   * @param inquiries how many ministries have made
   * @param messages how many systems have sent to each other
   * @param refused how many of these were not taken
   * @param crossings messages over the border to the server
   * @param failure why there will be no report; null when there is, or will be
   */
  public record State(
      boolean running,
      String day,
      String time,
      String phase,
      Map<String, Integer> events,
      int scenes,
      int inquiries,
      int messages,
      int refused,
      int crossings,
      @Nullable String failure) {}

  private static final class Running {
    private final DayOrder order;
    private final DayClock clock;
    private final Progress progress;
    private volatile @Nullable DayReport report;
    private volatile @Nullable String failure;

    Running(DayOrder order, DayClock clock) {
      this.order = order;
      this.clock = clock;
      this.progress = new Progress(clock.opening());
    }

    boolean isOver() {
      return report != null || failure != null;
    }
  }

  /**
   * Begins a day.
   *
   * @throws IllegalArgumentException when one is under way, was played up to that date, or the day
   *     is not over yet
   */
  public void begin(DayOrder order) {
    Running before = current.get();
    if (before != null && !before.isOver()) {
      throw new IllegalArgumentException("another day is under way");
    }
    LocalDate today = LocalDate.ofInstant(real.instant(), DayClock.JAPAN);
    LocalDate day = order.day().orElse(today.minusDays(1));
    if (!day.isBefore(today)) {
      throw new IllegalArgumentException("only a day that is over can be played");
    }
    if (days.last().filter(last -> !last.isBefore(day)).isPresent()) {
      throw new IllegalArgumentException("this day or a later one was played already");
    }
    var running = new Running(order, new DayClock(day, order.lasting(), real));
    if (!current.compareAndSet(before, running)) {
      throw new IllegalArgumentException("another day is under way");
    }
    days.begun(day, order.seed());
    Thread.ofPlatform().name("day").daemon().start(() -> run(running));
  }

  private void run(Running running) {
    var heard = new Heard();
    Runnable deaf =
        communications.follow(
            one -> {
              heard.take(one);
              running.progress.said(one.fault().isEmpty());
            });
    Runnable blind =
        border.follow(
            one -> {
              if (one.way() != Crossing.Way.IN_ENVELOPE) {
                running.progress.crossed();
              }
            });
    if (!border.isOn()) {
      border.begin();
    }
    try {
      Map<InstitutionCode, Integer> population = close.population();
      running.progress.phase("開庁中");
      PlayDay.Played played = play.play(running.order, running.clock, running.progress);
      running.report =
          close.close(running.order, running.clock, played, heard, population, running.progress);
      days.ended(running.clock.day());
    } catch (RuntimeException broken) {
      log.error("the day ended early", broken);
      running.failure = broken.getClass().getSimpleName() + ": " + broken.getMessage();
    } finally {
      border.end();
      deaf.run();
      blind.run();
    }
  }

  /** How the day stands that was begun last; empty when none was. */
  public Optional<State> state() {
    return Optional.ofNullable(current.get()).map(CountryDay::state);
  }

  /** What the day came to that was begun last; empty before its end. */
  public Optional<DayReport> report() {
    return Optional.ofNullable(current.get()).map(running -> running.report);
  }

  private static State state(Running running) {
    Progress progress = running.progress;
    return new State(
        !running.isOver(),
        running.clock.day().toString(),
        progress.now().atZone(DayClock.JAPAN).toLocalTime().withNano(0).toString(),
        progress.phase(),
        progress.events().entrySet().stream()
            .collect(
                Collectors.toMap(
                    one -> one.getKey().japanese(),
                    Map.Entry::getValue,
                    Integer::sum,
                    LinkedHashMap::new)),
        progress.scenes(),
        progress.inquiries(),
        progress.messages(),
        progress.refused(),
        progress.crossings(),
        running.failure);
  }

  @Override
  public void close() {
    Running running = current.get();
    if (running != null) {
      running.clock.stop();
    }
  }
}
