package jp.chukan.gateway.record.stamp;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which time-stamp authority is asked, and what is believed of it.
 *
 * @param url where it takes requests, {@code https} or {@code http}; empty for none
 * @param timeLimit for one time stamp as a whole
 * @param clockDifference how far its clock and this server's may be apart
 * @param policy object identifier of the rules to ask for, empty for any
 * @param bundle name of the TLS bundle, under {@code spring.ssl.bundle}, for the connection
 * @param trust PKCS#12 file of those who issue certificates of time-stamp authorities
 */
@ConfigurationProperties("chukan.evidence.time-stamp")
record TimeStampSettings(
    String url,
    Duration timeLimit,
    Duration clockDifference,
    String policy,
    String bundle,
    Path trust) {
  private static final Set<String> SCHEMES = Set.of("https", "http");

  /**
   * @throws IllegalArgumentException so that the server does not start and then never gets a stamp
   */
  TimeStampSettings {
    if (!url.isEmpty() && !SCHEMES.contains(String.valueOf(URI.create(url).getScheme()))) {
      throw new IllegalArgumentException(
          "chukan.evidence.time-stamp.url is neither https nor http");
    }
    if (!timeLimit.isPositive() || !clockDifference.isPositive()) {
      throw new IllegalArgumentException(
          "chukan.evidence.time-stamp.time-limit and clock-difference are longer than nothing");
    }
  }

  boolean hasAuthority() {
    return !url.isEmpty();
  }
}
