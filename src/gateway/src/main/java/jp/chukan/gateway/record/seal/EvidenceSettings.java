package jp.chukan.gateway.record.seal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How evidence is kept.
 *
 * @param sealIdleEvery how often the head of a tree that does not grow is signed again
 * @param limit how long evidence may stay without a signed and stamped head before nothing is
 *     provided any more
 */
@ConfigurationProperties("chukan.evidence")
public record EvidenceSettings(
    @DefaultValue("1m") Duration sealIdleEvery, @DefaultValue("4h") Duration limit) {

  /**
   * @throws IllegalArgumentException so that the server does not start without a limit
   */
  public EvidenceSettings {
    if (!sealIdleEvery.isPositive() || !limit.isPositive()) {
      throw new IllegalArgumentException("chukan.evidence: times must be positive");
    }
  }
}
