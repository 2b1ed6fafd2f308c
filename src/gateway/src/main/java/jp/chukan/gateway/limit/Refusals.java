package jp.chukan.gateway.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts who is refused and why, so that an attack can be seen (MS-95). The tags are of this
 * server's own: a door, an institution that it knows, a row of the catalogue.
 */
@Component
public class Refusals {
  private final MeterRegistry meters;

  Refusals(MeterRegistry meters) {
    this.meters = meters;
    // there from the start, so that the first one is a change that can be seen
    for (SlowPart part : SlowPart.values()) {
      cuts(part);
    }
  }

  /**
   * One more.
   *
   * @param door where; empty for an address that no door has
   * @param institution whose certificate or session it was, null when it proved none
   */
  public void count(Optional<Door> door, @Nullable InstitutionCode institution, ErrorCode code) {
    Counter.builder("chukan.requests.refused")
        .description("Requests that were refused")
        .tag("door", door.map(Door::tag).orElse(""))
        .tag("institution", institution == null ? "" : institution.value())
        .tag("code", code.id())
        .register(meters)
        .increment();
  }

  /** A connection was cut because its peer was too slow. */
  void cut(SlowPart part) {
    cuts(part).increment();
  }

  private Counter cuts(SlowPart part) {
    return Counter.builder("chukan.connections.cut")
        .description("Connections that were cut because the peer was too slow")
        .tag("part", part.tag())
        .register(meters);
  }
}
