package jp.chukan.command.day;

import java.io.IOException;
import jp.chukan.command.bench.measuring.ProcessUse;
import jp.chukan.command.demo.DemoScene;
import jp.chukan.command.demo.DemoStep;
import jp.chukan.command.demo.StepOutcome;

/** The whole country runs beside the server on a small machine. */
final class WeighTheCountry implements DemoStep {
  private static final long MOST_BYTES = 1L << 30;
  private static final long MEGABYTE = 1 << 20;
  private static final double MILLIS = 1000;

  @Override
  public String title() {
    return "the country is light";
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    double ready =
        scene.control().get("/control/status").path("readyAfterMillis").asLong() / MILLIS;
    long bytes =
        ProcessUse.of(scene.installation().runDirectory())
            .residentBytes()
            .getOrDefault("mock-network", 0L);
    return StepOutcome.of(
        bytes <= MOST_BYTES,
        "ready %.1f s after its start, beside the server (bar 20 s); %,d MB resident (bar 1,024 MB)"
            .formatted(ready, bytes / MEGABYTE));
  }
}
