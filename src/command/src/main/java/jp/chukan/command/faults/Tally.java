package jp.chukan.command.faults;

import java.time.Instant;
import jp.chukan.command.bench.measuring.Databases;

/**
 * What the core system of the mock network has of the inquiries since a moment. It is read from the
 * database of the network: what a killed process remembered counts for nothing.
 */
final class Tally {
  private final Databases databases;
  private final Instant since;

  /**
   * @param since when the first inquiry that counts was made
   */
  Tally(Databases databases, Instant since) {
    this.databases = databases;
    this.since = since;
  }

  /** Inquiries that the core took. */
  int asked() {
    return exchanges("true");
  }

  int provided() {
    return exchanges("state = 'ANSWERED'");
  }

  /** Answered without content. */
  int refused() {
    return exchanges("state IN ('REFUSED', 'REFUSED_BY_CORE')");
  }

  /** Not answered yet. */
  int open() {
    return exchanges("state = 'PENDING'");
  }

  /** Not answered yet though asked before that moment. */
  int openBefore(Instant moment) {
    return exchanges("state = 'PENDING' AND inquired_at < '%s'".formatted(moment));
  }

  /** Answered with content, and asked at that moment or later. */
  int providedSince(Instant moment) {
    return exchanges("state = 'ANSWERED' AND inquired_at >= '%s'".formatted(moment));
  }

  /** Answers whose content is not what the register of the municipality says. */
  int wrong() {
    return count(
        "inquirer_record", "requested_at >= '%s' AND matches_original IS FALSE".formatted(since));
  }

  /** Refusals with their codes, for who looks into them. */
  String refusals() {
    return databases.textCountry(
        """
        SELECT coalesce(string_agg(code || ' ' || many, ', '), '') FROM (
          SELECT coalesce(error_code, '?') code, count(*) many FROM core_exchange
          WHERE inquired_at >= '%s' AND state IN ('REFUSED', 'REFUSED_BY_CORE')
          GROUP BY 1 ORDER BY 1) codes"""
            .formatted(since));
  }

  private int exchanges(String condition) {
    return count("core_exchange", "inquired_at >= '%s' AND %s".formatted(since, condition));
  }

  private int count(String table, String condition) {
    return Math.toIntExact(
        databases.countCountry("SELECT count(*) FROM %s WHERE %s".formatted(table, condition)));
  }
}
