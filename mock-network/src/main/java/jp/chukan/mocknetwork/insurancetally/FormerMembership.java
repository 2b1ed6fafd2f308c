package jp.chukan.mocknetwork.insurancetally;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where somebody was insured before, as the certificate of the former municipality says.
 *
 * @param municipality five digits of it
 * @param acquiredOn 資格取得年月日, in the prefecture of that municipality
 * @param lostOn 資格喪失年月日
 * @param highCostMonths months of 高額療養費 there
 */
public record FormerMembership(
    String municipality, LocalDate acquiredOn, LocalDate lostOn, List<YearMonth> highCostMonths) {
  private static final Pattern MUNICIPALITY = Pattern.compile("[0-9]{5}");

  public FormerMembership {
    highCostMonths = List.copyOf(highCostMonths);
    if (!MUNICIPALITY.matcher(municipality).matches()) {
      throw new IllegalArgumentException("municipality");
    }
    if (lostOn.isBefore(acquiredOn)) {
      throw new IllegalArgumentException("lostOn");
    }
  }
}
