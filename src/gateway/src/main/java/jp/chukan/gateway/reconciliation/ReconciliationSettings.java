package jp.chukan.gateway.reconciliation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Limits of a comparison with the register.
 *
 * @param largestFile larger files of the register are refused
 * @param mostRecords longer ones as well
 * @param mostFindings how many findings of one comparison are kept; all are counted
 * @param retention how long findings are kept after the comparison
 */
@ConfigurationProperties("chukan.reconciliation")
public record ReconciliationSettings(
    DataSize largestFile, int mostRecords, int mostFindings, Duration retention) {

  /**
   * @throws IllegalArgumentException so that the server does not start with limits that mean
   *     nothing
   */
  public ReconciliationSettings {
    if (largestFile.toBytes() <= 0 || mostRecords <= 0 || mostFindings <= 0) {
      throw new IllegalArgumentException("chukan.reconciliation: a limit is at least 1");
    }
    if (!retention.isPositive()) {
      throw new IllegalArgumentException("chukan.reconciliation.retention is more than nothing");
    }
  }
}
