package jp.chukan.command.faults;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import jp.chukan.command.installation.InstallationException;

/** Every fault there is, in the order in which they are run. */
final class Faults {
  private static final Duration LATE = Duration.ofMillis(200);
  private static final Duration JUMP = Duration.ofMinutes(10);
  private static final int DELIVERIES = 3;

  private static final List<Fault> ALL =
      List.of(
          new ProcessDeath(List.of(Part.GATEWAY)),
          new ProcessDeath(List.of(Part.DATABASE)),
          new ProcessDeath(List.of(Part.NETWORK)),
          new ProcessDeath(List.of(Part.GATEWAY, Part.DATABASE)),
          new ProcessDeath(List.of(Part.GATEWAY, Part.NETWORK)),
          new ProcessDeath(List.of(Part.DATABASE, Part.NETWORK)),
          new BrokerDeath(),
          new LinkCut(Way.GATEWAY_TO_DATABASE),
          new LinkCut(Way.GATEWAY_TO_NETWORK),
          new LinkCut(Way.NETWORK_TO_GATEWAY),
          new LinkDelay(Way.GATEWAY_TO_DATABASE, Duration.ofMillis(20)),
          new LinkDelay(Way.GATEWAY_TO_NETWORK, LATE),
          new LinkDelay(Way.NETWORK_TO_GATEWAY, LATE),
          new Duplicates(DELIVERIES),
          new ClockJump(JUMP),
          new ClockJump(JUMP.negated()),
          new FullDisk(Disks.Content.DATABASE),
          new FullDisk(Disks.Content.JOURNAL));

  private Faults() {}

  static List<Fault> all() {
    return ALL;
  }

  /**
   * Those of these names, in their own order; all when there are no names.
   *
   * @throws InstallationException when there is no fault of a name
   */
  static List<Fault> named(List<String> names) {
    var known = ALL.stream().map(Fault::name).collect(Collectors.toSet());
    for (var name : names) {
      if (!known.contains(name)) {
        throw new InstallationException("no fault '%s'; --list names them".formatted(name));
      }
    }
    return ALL.stream().filter(fault -> names.isEmpty() || names.contains(fault.name())).toList();
  }
}
