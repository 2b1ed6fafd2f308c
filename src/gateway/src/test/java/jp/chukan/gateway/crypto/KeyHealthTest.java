package jp.chukan.gateway.crypto;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.kernel.ServedInstitutions.Institution;
import jp.chukan.gateway.testing.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

@DisplayName("鍵と証明書の状態")
class KeyHealthTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final ServedInstitutions SERVED =
      new ServedInstitutions(
          List.of(
              new Institution(
                  ISHINOMAKI,
                  "架空市",
                  new SystemIdentifier("T000000001"),
                  URI.create("https://localhost/hub"))));

  private final TestClock clock = new TestClock(START);

  @Test // MS-79
  void aCertificateThatANewerHasTakenThePlaceOfMayEnd() {
    KeyHealth health =
        health(
            List.of(certificate(CertificateUse.TLS_SERVER, 90)),
            List.of(
                certificate(CertificateUse.SIGNING, 10), certificate(CertificateUse.SIGNING, 60)));
    clock.advance(Duration.ofDays(11));
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    assertThat(health.health().getDetails()).containsEntry("daysToFirstEnd", 49L);
  }

  @Test // MS-79
  void whatHasNoValidCertificateAnyMoreIsNamed() {
    KeyHealth health =
        health(
            List.of(certificate(CertificateUse.TLS_SERVER, 90)),
            List.of(certificate(CertificateUse.SIGNING, 10)));
    clock.advance(Duration.ofDays(11));
    Health found = health.health();
    assertThat(found.getStatus()).isEqualTo(Status.DOWN);
    assertThat(found.getDetails()).containsEntry("ended", List.of("SIGNING " + ISHINOMAKI));
  }

  private KeyHealth health(List<CertificateFacts> server, List<CertificateFacts> institution) {
    return new KeyHealth(
        new InstalledCertificates(server, Map.of(ISHINOMAKI, institution)), SERVED, clock);
  }

  private static CertificateFacts certificate(CertificateUse use, int days) {
    return new CertificateFacts(
        use,
        use == CertificateUse.SIGNING ? ISHINOMAKI : null,
        "EC 256 / of a test",
        "1",
        "CN=of a test",
        "0".repeat(64),
        START,
        START.plus(Duration.ofDays(days)));
  }
}
