package jp.chukan.gateway.record.purge;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import jp.chukan.gateway.record.LeafKind;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long records are kept.
 *
 * @param records 「情報提供等記録」 (番号法第23条第3項, 施行令第29条: seven years)
 * @param operations 「操作ログ」
 */
@ConfigurationProperties("chukan.retention")
public record RetentionSettings(
    @DefaultValue("7y") Period records, @DefaultValue("7y") Period operations) {
  private static final long SHORTEST = 6;

  /**
   * @throws IllegalArgumentException so that the server does not start and forget what is needed
   */
  public RetentionSettings {
    if (records.toTotalMonths() < SHORTEST || operations.toTotalMonths() < SHORTEST) {
      throw new IllegalArgumentException("chukan.retention: half a year at least");
    }
  }

  /** What was decided before this may go. */
  Instant end(LeafKind kind, Instant now) {
    return now.atOffset(ZoneOffset.UTC)
        .minus(kind == LeafKind.OPERATION ? operations : records)
        .toInstant();
  }
}
