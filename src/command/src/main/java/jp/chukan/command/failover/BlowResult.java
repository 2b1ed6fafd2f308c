package jp.chukan.command.failover;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import jp.chukan.command.bench.measuring.Figures;

/**
 * What one blow did to whoever asked.
 *
 * @param blow what happened
 * @param host to which
 * @param broker the one that was active afterwards, empty when none was
 * @param recovery until something asked since the blow (for the database: since it was mended) was
 *     provided and nothing waited any more; empty when that never came
 * @param whole whether everything ran again after it was mended
 */
record BlowResult(
    Blow blow, String host, Optional<String> broker, Optional<Duration> recovery, boolean whole) {

  boolean passed() {
    return recovery.isPresent()
        && whole
        && broker.isPresent()
        && !(blow.isOfBroker() && broker.get().equals(host));
  }

  String line() {
    return Figures.format(
        "%-13s %s; %s, %s is the active broker%s",
        blow.label(),
        host,
        recovery
            .map(
                time -> Figures.format("answers flow again after %.1f s", time.toMillis() / 1000.0))
            .orElse("ANSWERS NEVER FLOWED AGAIN"),
        broker.orElse("NONE"),
        whole ? "" : "; NOT WHOLE AGAIN");
  }

  ObjectNode json() {
    return Figures.object()
        .put("blow", blow.label())
        .put("host", host)
        .put("activeBroker", broker.orElse(null))
        .put("recoveryMillis", recovery.map(Duration::toMillis).orElse(null))
        .put("whole", whole)
        .put("passed", passed());
  }
}
