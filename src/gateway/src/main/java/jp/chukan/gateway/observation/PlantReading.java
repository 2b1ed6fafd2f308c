package jp.chukan.gateway.observation;

import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What one look has found. */
final class PlantReading {
  private static final double MILLIS = 1000;

  private final Map<PlantMetric, Map<Tags, Double>> values = new EnumMap<>(PlantMetric.class);

  /**
   * @param tags names and values by turns
   */
  void put(PlantMetric metric, double value, String... tags) {
    values.computeIfAbsent(metric, each -> new HashMap<>()).put(Tags.of(tags), value);
  }

  /** The time between two moments in seconds, none when the second is before the first. */
  void putSeconds(PlantMetric metric, Instant from, Instant to, String... tags) {
    put(metric, Math.max(0, Duration.between(from, to).toMillis() / MILLIS), tags);
  }

  Map<Tags, Double> of(PlantMetric metric) {
    return values.getOrDefault(metric, Map.of());
  }
}
