package jp.chukan.gateway.crypto.revocation;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where authorities tell what they revoked, and how long it counts. These addresses are all that is
 * ever asked (MU-21): those in a certificate are not looked at.
 *
 * @param grace how long after its nextUpdate something is still believed; then nothing is
 * @param timeLimit for each question, from the first byte to the last
 * @param retryAfter how long nobody asks again after a question failed while somebody waited
 * @param largestList most bytes of a list
 * @param authorities each that certificates may come from; of one that is not here none is taken
 */
@ConfigurationProperties("chukan.revocation")
public record RevocationSettings(
    @DefaultValue("24h") Duration grace,
    @DefaultValue("5s") Duration timeLimit,
    @DefaultValue("10s") Duration retryAfter,
    @DefaultValue("16MB") DataSize largestList,
    @DefaultValue List<RevocationSource> authorities) {

  public RevocationSettings {
    authorities = List.copyOf(authorities);
  }

  /** What is configured for the authority, or empty when nothing is. */
  Optional<RevocationSource> of(X509Certificate authority) {
    return authorities.stream()
        .filter(source -> source.name().equals(authority.getSubjectX500Principal()))
        .findFirst();
  }
}
