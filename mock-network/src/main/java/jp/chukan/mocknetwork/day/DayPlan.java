package jp.chukan.mocknetwork.day;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.Stream;
import jp.chukan.mocknetwork.day.DrawnEvent.Arrival;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.scenario.Scene;
import org.jspecify.annotations.Nullable;

/** What is to happen when. */
final class DayPlan {
  private static final LocalTime FIRST_EVENT = LocalTime.of(8, 35);

  private static final LocalTime LAST_EVENT = LocalTime.of(19, 40);
  private static final Duration OUTAGE = Duration.ofHours(1);
  private static final Duration MARGIN = Duration.ofMinutes(2);

  private final PriorityQueue<Planned> queue =
      new PriorityQueue<>(comparing(Planned::at).thenComparing(Planned::order));
  private int order;

  /** One thing. */
  sealed interface Planned {
    Instant at();

    /** Which of two at the same time comes first. */
    int order();
  }

  record OfResident(Instant at, int order, EventKind kind) implements Planned {}

  record OfArrival(Instant at, int order, Arrival arrival) implements Planned {}

  record OfScene(Instant at, int order, Scene scene) implements Planned {}

  record OfInquiry(Instant at, int order) implements Planned {}

  record OutOfOrder(Instant at, int order, CountrySystem system) implements Planned {}

  record InOrder(Instant at, int order, CountrySystem system) implements Planned {}

  /** The events, evenly over the day in random distances. */
  void addEvents(DayClock clock, List<EventKind> kinds, Random random) {
    List<Instant> times = times(clock, kinds.size(), random);
    for (int n = 0; n < kinds.size(); n++) {
      queue.add(new OfResident(times.get(n), order++, kinds.get(n)));
    }
  }

  void addInquiries(DayClock clock, int count, Random random) {
    times(clock, count, random).forEach(at -> queue.add(new OfInquiry(at, order++)));
  }

  private static List<Instant> times(DayClock clock, int count, Random random) {
    long span = Duration.between(clock.at(FIRST_EVENT), clock.at(LAST_EVENT)).toMillis();
    return Stream.generate(
            () -> clock.at(FIRST_EVENT).plusMillis((long) (random.nextDouble() * span)))
        .limit(count)
        .sorted()
        .toList();
  }

  void addScenes(DayClock clock, List<Scene> scenes) {
    scenes.stream()
        .sorted(comparing(Scene::at).thenComparing(scene -> scene.getClass().getName()))
        .forEach(scene -> queue.add(new OfScene(clock.at(scene.at()), order++, scene)));
  }

  /**
   * Takes systems out of order, one after the other, when no scene is played: a scene is about what
   * works. Shorter than an hour where the scenes leave less.
   */
  void addOutages(DayClock clock, List<CountrySystem> systems) {
    List<Instant> taken = new ArrayList<>();
    taken.add(clock.opening());
    queue.stream().filter(OfScene.class::isInstance).map(Planned::at).forEach(taken::add);
    taken.add(clock.closing());
    for (CountrySystem system : systems) {
      Gap gap = longest(taken);
      Instant from = gap.from().plus(MARGIN);
      Instant to = from.plus(shorter(OUTAGE, gap.length().minus(MARGIN).minus(MARGIN)));
      queue.add(new OutOfOrder(from, order++, system));
      queue.add(new InOrder(to, order++, system));
      taken.add(from);
      taken.add(to);
    }
  }

  private record Gap(Instant from, Instant to) {
    Duration length() {
      return Duration.between(from, to);
    }
  }

  private static Gap longest(List<Instant> taken) {
    List<Instant> sorted = taken.stream().sorted().toList();
    List<Gap> gaps = new ArrayList<>();
    for (int n = 1; n < sorted.size(); n++) {
      gaps.add(new Gap(sorted.get(n - 1), sorted.get(n)));
    }
    return gaps.stream().max(Comparator.comparing(Gap::length)).orElseThrow();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  void add(Instant at, Arrival arrival) {
    queue.add(new OfArrival(at, order++, arrival));
  }

  /** What could not happen is tried again later. */
  void again(Instant at, EventKind kind) {
    queue.add(new OfResident(at, order++, kind));
  }

  @Nullable Planned next() {
    return queue.poll();
  }
}
