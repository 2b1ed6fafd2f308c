package jp.chukan.gateway.operation;

import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.stereotype.Component;

/** How the parts of the server are, by name; no details of any. */
@Component
public class PartsHealth {
  private final HealthEndpoint health;

  public PartsHealth(HealthEndpoint health) {
    this.health = health;
  }

  /**
   * @param name which part
   * @param status what it says of itself, {@code UP} when all is well
   */
  public record PartHealth(String name, String status) {}

  /** Every part, in the order of their names. */
  public List<PartHealth> all() {
    HealthComponent all = health.health();
    Map<String, HealthComponent> parts =
        all instanceof CompositeHealth composite
            ? composite.getComponents()
            : Map.of("server", all);
    return parts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(part -> new PartHealth(part.getKey(), part.getValue().getStatus().getCode()))
        .toList();
  }
}
