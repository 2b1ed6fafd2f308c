package jp.chukan.gateway.observation;

import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one look has found. */
final class PlantReading {
  private static final double MILLIS = 1000;

  private final Map<PlantMetric, List<Row<?>>> rows = new EnumMap<>(PlantMetric.class);

  /**
   * @param tags names and values by turns
   */
  void put(PlantMetric metric, double value, String... tags) {
    rows.computeIfAbsent(metric, each -> new ArrayList<>()).add(Row.of(Tags.of(tags), value));
  }

  /** The time between two moments in seconds, none when the second is before the first. */
  void putSeconds(PlantMetric metric, Instant from, Instant to, String... tags) {
    put(metric, Math.max(0, Duration.between(from, to).toMillis() / MILLIS), tags);
  }

  List<Row<?>> of(PlantMetric metric) {
    return rows.getOrDefault(metric, List.of());
  }
}
