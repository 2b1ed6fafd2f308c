package jp.chukan.gateway.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.chukan.gateway.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("稼働状況の測定")
class MeasurePlantTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final TestClock clock = new TestClock(Instant.ofEpochSecond(1_000));
  private final Part sound = new Part("sound", PlantMetric.QUEUE_MESSAGES);
  private final Part failing = new Part("failing", PlantMetric.OUTBOX_MESSAGES);
  private final MeasurePlant measure = new MeasurePlant(meters, List.of(failing, sound), clock);

  /** A part that says one number, or cannot. */
  private static final class Part implements PlantLook {
    private final String name;
    private final PlantMetric metric;
    private double value = 1;
    private boolean broken;

    Part(String name, PlantMetric metric) {
      this.name = name;
      this.metric = metric;
    }

    @Override
    public String part() {
      return name;
    }

    @Override
    public void look(PlantReading reading, Instant now) {
      reading.put(metric, value, "queue", "架空");
      if (broken) {
        throw new IllegalStateException("the database is away");
      }
    }
  }

  @Test // MS-79
  void eachLookTakesThePlaceOfTheOneBefore() {
    measure.measure();
    sound.value = 7;
    measure.measure();
    assertThat(value(PlantMetric.QUEUE_MESSAGES, "queue", "架空")).isEqualTo(7);
    assertThat(meters.find(PlantMetric.QUEUE_MESSAGES.meter()).gauges()).hasSize(1);
  }

  @Test // MS-79
  void whatCannotBeLookedAtHasNoMeasureAndSaysSinceWhen() {
    measure.measure();
    failing.broken = true;
    clock.advance(Duration.ofSeconds(5));
    measure.measure();
    assertThat(value(PlantMetric.OUTBOX_MESSAGES, "queue", "架空")).isNull();
    assertThat(value(PlantMetric.QUEUE_MESSAGES, "queue", "架空")).isEqualTo(1);
    assertThat(value(PlantMetric.LOOKED, "part", "failing")).isEqualTo(1_000);
    assertThat(value(PlantMetric.LOOKED, "part", "sound")).isEqualTo(1_005);
  }

  private @Nullable Double value(PlantMetric metric, String... tags) {
    Gauge gauge = meters.find(metric.meter()).tags(tags).gauge();
    return gauge == null ? null : gauge.value();
  }
}
