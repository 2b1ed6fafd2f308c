package jp.chukan.gateway.record.comparison;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How records are compared with those of the other parties.
 *
 * @param days how many whole days before today are looked at; one on which something was found, or
 *     was still under way, is looked at again each day as long as it is among them
 * @param settle how long after an inquiry, or after its decision, another party may not have it yet
 * @param timeDifference by which the clocks of the parties may differ
 * @param timeLimit for one list of the network
 * @param largestList larger ones are refused
 */
@ConfigurationProperties("chukan.record-comparison")
public record RecordComparisonSettings(
    int days, Duration settle, Duration timeDifference, Duration timeLimit, DataSize largestList) {
  private static final int MOST_DAYS = 31;

  /**
   * @throws IllegalArgumentException so that the server does not start with a comparison that means
   *     nothing
   */
  public RecordComparisonSettings {
    if (days < 1 || days > MOST_DAYS) {
      throw new IllegalArgumentException("chukan.record-comparison.days is 1 to " + MOST_DAYS);
    }
    if (settle.isNegative() || timeDifference.isNegative() || !timeLimit.isPositive()) {
      throw new IllegalArgumentException("chukan.record-comparison: a time is less than nothing");
    }
  }
}
