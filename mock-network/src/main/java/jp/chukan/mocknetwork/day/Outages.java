package jp.chukan.mocknetwork.day;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.link.Communication;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.Systems;

/** Systems that are out of order for a while. */
final class Outages {
  /** What was refused at the end of an outage is recorded a moment later. */
  private static final Duration RECORDING = Duration.ofSeconds(2);

  private final Systems systems;
  private final InstantSource real;
  private final List<Ended> ended = new ArrayList<>();
  private final List<Under> under = new ArrayList<>();

  Outages(Systems systems, InstantSource real) {
    this.systems = systems;
    this.real = real;
  }

  private record Under(CountrySystem system, Instant from, Instant really) {}

  /** One that is over, by the clock of the day and by the real one. */
  record Ended(
      CountrySystem system, Instant from, Instant to, Instant reallyFrom, Instant reallyTo) {
    boolean explains(Communication refused) {
      return refused.to().equals(system)
          && refused.fault().equals(Optional.of(Fault.NOT_READY))
          && !refused.at().isBefore(reallyFrom)
          && refused.at().isBefore(reallyTo.plus(RECORDING));
    }
  }

  void begin(CountrySystem system, Instant now) {
    under.add(new Under(system, now, real.instant()));
    systems.doorOf(system).setRunning(false);
  }

  void end(CountrySystem system, Instant now) {
    systems.doorOf(system).setRunning(true);
    under.stream()
        .filter(one -> one.system().equals(system))
        .findFirst()
        .ifPresent(
            one -> {
              under.remove(one);
              ended.add(new Ended(system, one.from(), now, one.really(), real.instant()));
            });
  }

  /** Everything runs again, whatever has happened. */
  void endAll(Instant now) {
    List.copyOf(under).forEach(one -> end(one.system(), now));
  }

  boolean isAnythingOut() {
    return !under.isEmpty();
  }

  boolean isOut(CountrySystem system) {
    return under.stream().anyMatch(one -> one.system().equals(system));
  }

  List<Ended> ended() {
    return List.copyOf(ended);
  }

  boolean explain(Communication refused) {
    return ended.stream().anyMatch(one -> one.explains(refused));
  }
}
