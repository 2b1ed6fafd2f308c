package jp.chukan.gateway.export;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * From which size on an export needs approval (JN-22).
 *
 * @param rowsWithoutApproval how many rows of one kind a person may take out on one day in Japan
 *     without anybody's approval
 * @param approvalLasts how long after its approval an export may be taken out
 */
@ConfigurationProperties("chukan.export")
public record ExportSettings(long rowsWithoutApproval, Duration approvalLasts) {
  private static final Duration LONGEST = Duration.ofDays(7);

  /**
   * @throws IllegalArgumentException so that the server does not start with an approval that means
   *     nothing
   */
  public ExportSettings {
    if (rowsWithoutApproval < 0) {
      throw new IllegalArgumentException("chukan.export.rows-without-approval is at least 0");
    }
    if (!approvalLasts.isPositive() || approvalLasts.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("chukan.export.approval-lasts is at most 7d");
    }
  }

  /**
   * Whether somebody else has to approve first. What left on the same day counts, so that nobody
   * takes a large export out in small ones.
   *
   * @param rows of this export
   * @param taken rows that left without approval today
   */
  boolean needsApproval(long rows, long taken) {
    return rows > 0 && taken + rows > rowsWithoutApproval;
  }
}
