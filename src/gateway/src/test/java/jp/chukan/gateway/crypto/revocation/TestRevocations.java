package jp.chukan.gateway.crypto.revocation;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import jp.chukan.gateway.crypto.TestAuthorities;
import org.springframework.util.unit.DataSize;

/** What a test knows of revocation. */
public final class TestRevocations {
  private TestRevocations() {}

  /** Authorities that are said to revoke nothing. */
  public static HeldRevocations none(InstantSource clock, X509Certificate... authorities) {
    return new HeldRevocations(
        settings(
            Stream.of(authorities)
                .map(X509Certificate::getSubjectX500Principal)
                .map(name -> new RevocationSource(name, null, null, true))
                .toList()),
        TestAuthorities.of(authorities),
        new HeldEvidence(),
        clock);
  }

  static RevocationSettings settings(List<RevocationSource> sources) {
    return new RevocationSettings(
        Duration.ofHours(24),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        DataSize.ofKilobytes(64),
        sources);
  }
}
