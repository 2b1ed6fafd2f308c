package jp.chukan.command.bench.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jp.chukan.command.bench.measuring.Hotspots.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HotspotsTest {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(2);

  @Test
  void saysWhichClassAskedForWhatTookTheTime(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("test.jfr");
    try (var recording = new Recording()) {
      recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
      recording.start();
      long end = System.nanoTime() + LONG_ENOUGH.toNanos();
      long sum = 0;
      while (System.nanoTime() < end) {
        sum += Busy.work();
      }
      assertThat(sum).isNotZero();
      recording.stop();
      recording.dump(file);
    }

    var hotspots = Hotspots.of(file);

    assertThat(hotspots.samples()).isPositive();
    assertThat(hotspots.steps()).extracting(Share::what).contains("HotspotsTest");
    assertThat(hotspots.libraries()).extracting(Share::what).contains("jp.chukan.command");
    assertThat(hotspots.steps().stream().mapToDouble(Share::share).sum()).isBetween(0.99, 1.01);
  }

  private static final class Busy {
    static long work() {
      long sum = 0;
      for (int i = 0; i < 100_000; i++) {
        sum += Integer.toBinaryString(i).hashCode();
      }
      return sum;
    }
  }

  @Test
  void theLargestSharesAreToldFirst() {
    var hotspots =
        new Hotspots(
            100,
            List.of(new Share("org.apache.camel", 0.6), new Share("JDK alone", 0.4)),
            List.of(new Share("XmlBinding", 1.0)));
    assertThat(hotspots.lines("gateway"))
        .containsExactly(
            "profile       gateway, 100 samples",
            "  libraries   org.apache.camel 60 %, JDK alone 40 %",
            "  steps       XmlBinding 100 %");
  }
}
