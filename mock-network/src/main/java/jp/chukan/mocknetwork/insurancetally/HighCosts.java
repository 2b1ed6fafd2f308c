package jp.chukan.mocknetwork.insurancetally;

import java.time.YearMonth;
import java.util.List;
import jp.chukan.mocknetwork.qualificationcheck.InsuredNumber;

/**
 * 「高額療養費支給」 of a municipality, for the count in the prefecture (T:2131).
 *
 * @param reports one for each person and month
 */
public record HighCosts(List<Report> reports) {
  /** Kind of message. */
  public static final String MESSAGE = "high-costs";

  public HighCosts {
    reports = List.copyOf(reports);
  }

  /**
   * 高額療養費 of a person in a month.
   *
   * @param insured who
   * @param month 診療年月
   */
  public record Report(InsuredNumber insured, YearMonth month) {}

  /**
   * What the receiver answers.
   *
   * @param reports how many it took
   */
  public record Taken(int reports) {}
}
