package jp.chukan.command.installation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Names a process beyond its number, which the system gives to another one some day.
 *
 * @param name what it is
 * @param pid its number
 * @param startedAt when the system started it
 */
public record ProcessMark(String name, long pid, Instant startedAt) {
  /** Systems count the start in ticks since boot, and the boot time moves with the clock. */
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  static ProcessMark of(String name, ProcessHandle process) {
    return new ProcessMark(
        name, process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
  }

  /** The process, while it is alive and still the one that was marked. */
  public Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(
            process ->
                process
                    .info()
                    .startInstant()
                    .map(start -> Duration.between(startedAt, start).abs().compareTo(TOLERANCE) < 0)
                    .orElse(false));
  }
}
