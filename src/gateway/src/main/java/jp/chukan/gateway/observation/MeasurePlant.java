package jp.chukan.gateway.observation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks at every part of the plant. What cannot be looked at has no measures, rather than those of
 * before; {@link PlantMetric#LOOKED} says since when.
 */
@Component("measurePlant")
public final class MeasurePlant {
  private static final Logger log = LoggerFactory.getLogger(MeasurePlant.class);
  private static final double MILLIS = 1000;

  private final List<PlantLook> looks;
  private final InstantSource clock;
  private final Map<PlantMetric, MultiGauge> gauges = new EnumMap<>(PlantMetric.class);

  /** What each gauge reads; a gauge that were made anew would be missing for a moment. */
  private final Map<PlantMetric, Map<Tags, AtomicReference<Double>>> values =
      new EnumMap<>(PlantMetric.class);

  private final Map<String, Instant> looked = new TreeMap<>();

  MeasurePlant(MeterRegistry meters, List<PlantLook> looks, InstantSource clock) {
    this.looks = List.copyOf(looks);
    this.clock = clock;
    for (PlantMetric metric : PlantMetric.values()) {
      MultiGauge.Builder gauge = MultiGauge.builder(metric.meter()).description(metric.meaning());
      gauges.put(
          metric,
          (metric.unit().isEmpty() ? gauge : gauge.baseUnit(metric.unit())).register(meters));
    }
  }

  public synchronized void measure() {
    List<PlantReading> readings = new ArrayList<>();
    for (PlantLook look : looks) {
      Instant now = clock.instant();
      PlantReading reading = new PlantReading();
      try {
        look.look(reading, now);
        readings.add(reading);
        looked.put(look.part(), now);
      } catch (RuntimeException e) {
        // its text may quote what stands in the database
        log.warn("{} cannot be measured: {}", look.part(), e.getClass().getName());
      }
    }
    readings.add(times());
    gauges.forEach((metric, gauge) -> gauge.register(rows(readings, metric)));
  }

  private PlantReading times() {
    PlantReading times = new PlantReading();
    looked.forEach(
        (part, at) -> times.put(PlantMetric.LOOKED, at.toEpochMilli() / MILLIS, "part", part));
    return times;
  }

  private List<Row<?>> rows(List<PlantReading> readings, PlantMetric metric) {
    Map<Tags, Double> read = new HashMap<>();
    readings.forEach(reading -> read.putAll(reading.of(metric)));
    Map<Tags, AtomicReference<Double>> standing =
        values.computeIfAbsent(metric, each -> new HashMap<>());
    standing.keySet().retainAll(read.keySet());
    read.forEach(
        (tags, value) ->
            standing.computeIfAbsent(tags, each -> new AtomicReference<>(value)).set(value));
    List<Row<?>> rows = new ArrayList<>();
    standing.forEach((tags, value) -> rows.add(Row.of(tags, value, AtomicReference::get)));
    return rows;
  }
}
