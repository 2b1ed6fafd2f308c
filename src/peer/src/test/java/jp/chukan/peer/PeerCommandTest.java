package jp.chukan.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import jp.chukan.peer.ClosedLoop.Round;
import jp.chukan.peer.Deliveries.Tally;
import org.HdrHistogram.Histogram;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("比較対象（phase4）の計測")
class PeerCommandTest {
  private static final Tally NOTHING = new Tally(0, 0, 0, 0);

  @TempDir Path keys;

  @Test
  @DisplayName("送信、受信、受領証の数が一致する")
  void everyMessageArrivesOnceAndIsReceipted()
      throws IOException, GeneralSecurityException, LifecycleException, InterruptedException {
    RunOfTest.issueKeys(keys);

    Measurement measured =
        PeerCommand.measure(keys, 2048, 2, Duration.ofSeconds(2), Duration.ofSeconds(3));

    assertThat(measured.failure()).isNull();
    assertThat(measured.valid()).isTrue();
    assertThat(measured.receipts())
        .isPositive()
        .isEqualTo(measured.sent())
        .isEqualTo(measured.received());
    assertThat(measured.p50Millis()).isPositive().isLessThanOrEqualTo(measured.p999Millis());
    assertThat(measured.cpuMillisEach()).isPositive();
    assertThat(measured.settings().connections()).isLessThanOrEqualTo(2);
    assertThat(measured.settings().tls()).startsWith("TLSv1.3, TLS_AES_");
    assertThat(measured.settings().providers().values()).containsOnly("SunEC", "SunJCE");
    assertThat(measured.json()).contains("\"valid\":true", "\"p99.9Millis\":").doesNotContain("\n");
  }

  @Test
  void aRunThatLostAMessageIsInvalid() throws GeneralSecurityException {
    assertThat(measurement(new Tally(2, 2, 0, 0), 2).valid()).isTrue();
    assertThat(measurement(new Tally(2, 1, 0, 1), 2).valid()).isFalse();
    assertThat(measurement(new Tally(2, 2, 1, 0), 2).valid()).isFalse();
    assertThat(measurement(new Tally(2, 2, 0, 0), 1).valid()).isFalse();
    assertThat(measurement(NOTHING, 0).valid()).isFalse();
  }

  private static Measurement measurement(Tally tally, int receipts)
      throws GeneralSecurityException {
    Histogram micros = new Histogram(3);
    for (int i = 0; i < receipts; i++) {
      micros.recordValue(1000);
    }
    return Measurement.of(
        Settings.of(2048, 1, 1, "TLSv1.3"), NOTHING, tally, new Round(micros, 1_000_000_000, 1));
  }
}
