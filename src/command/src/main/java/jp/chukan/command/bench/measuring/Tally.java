package jp.chukan.command.bench.measuring;

import java.time.Duration;
import java.time.Instant;

/**
 * What the core system of the mock network has of the inquiries since a moment. It is read from the
 * database of the network: what a killed process remembered counts for nothing.
 */
public final class Tally {
  /** What is open longer is a backlog; in quiet times an answer takes a tenth of it. */
  private static final Duration BACKLOG = Duration.ofSeconds(2);

  private final Databases databases;
  private final Instant since;

  /**
   * @param since when the first inquiry that counts was made
   */
  public Tally(Databases databases, Instant since) {
    this.databases = databases;
    this.since = since;
  }

  /** Inquiries that the core took. */
  public int asked() {
    return exchanges("true");
  }

  public int provided() {
    return exchanges("state = 'ANSWERED'");
  }

  /** Answered without content. */
  public int refused() {
    return exchanges("state IN ('REFUSED', 'REFUSED_BY_CORE')");
  }

  /** Not answered yet. */
  public int open() {
    return exchanges("state = 'PENDING'");
  }

  /** Not answered yet though asked before that moment. */
  public int openBefore(Instant moment) {
    return exchanges("state = 'PENDING' AND inquired_at < '%s'".formatted(moment));
  }

  /** Answered with content, and asked at that moment or later. */
  public int providedSince(Instant moment) {
    return exchanges("state = 'ANSWERED' AND inquired_at >= '%s'".formatted(moment));
  }

  /** Whether something asked since that moment was provided, and nothing waits any more. */
  public boolean flowsSince(Instant moment, Instant now) {
    return providedSince(moment) > 0 && openBefore(now.minus(BACKLOG)) == 0;
  }

  /** Answers whose content is not what the register of the municipality says. */
  public int wrong() {
    return count(
        "inquirer_record", "requested_at >= '%s' AND matches_original IS FALSE".formatted(since));
  }

  /** Refusals with their codes, for who looks into them. */
  public String refusals() {
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
