package jp.chukan.gateway.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.access.SeenCertificates;
import jp.chukan.gateway.access.SeenCertificates.SeenClient;
import jp.chukan.gateway.crypto.CertificateFacts;
import jp.chukan.gateway.crypto.InstalledCertificates;
import jp.chukan.gateway.kernel.ServedInstitutions;
import org.springframework.stereotype.Component;

/** How long each certificate of this installation, and of the clients that connected, still has. */
@Component
final class CertificateLook implements PlantLook {
  private static final double SECONDS_OF_A_DAY = 86_400;

  private final InstalledCertificates installed;
  private final SeenCertificates seen;
  private final ServedInstitutions institutions;

  CertificateLook(
      InstalledCertificates installed, SeenCertificates seen, ServedInstitutions institutions) {
    this.installed = installed;
    this.seen = seen;
    this.institutions = institutions;
  }

  @Override
  public String part() {
    return "keys";
  }

  @Override
  public void look(PlantReading reading, Instant now) {
    Stream.of(
            installed.ofServer().stream(),
            institutions.codes().stream().flatMap(code -> installed.of(code).stream()),
            seen.those(client -> true).stream()
                .map(SeenClient::certificate)
                .filter(Objects::nonNull))
        .flatMap(certificates -> certificates)
        .distinct()
        .forEach(facts -> put(reading, facts, now));
  }

  private static void put(PlantReading reading, CertificateFacts facts, Instant now) {
    InstitutionCode holder = facts.holder();
    reading.put(
        PlantMetric.CERTIFICATE_LEFT,
        Duration.between(now, facts.to()).toSeconds() / SECONDS_OF_A_DAY,
        "use",
        facts.use().name(),
        "institution",
        holder == null ? "" : holder.value(),
        "serial",
        facts.serial());
  }
}
