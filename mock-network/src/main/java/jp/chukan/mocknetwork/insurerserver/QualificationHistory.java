package jp.chukan.mocknetwork.insurerserver;

import java.time.LocalDate;
import java.util.List;
import jp.chukan.mocknetwork.qualificationcheck.Qualification;

/**
 * 「資格履歴」 of one insured person.
 *
 * @param current 資格情報 as it is now
 * @param former the times before, oldest first
 * @param continuousSince 資格取得年月日 in the prefecture: earlier than that of the municipality when
 *     somebody moved within it (資格継続, T:2131)
 */
public record QualificationHistory(
    Qualification current, List<FormerPeriod> former, LocalDate continuousSince) {
  public QualificationHistory {
    former = List.copyOf(former);
    if (continuousSince.isAfter(current.acquiredOn())) {
      throw new IllegalArgumentException("continuousSince");
    }
  }

  /** Never shows a value: all of it is about a person. */
  @Override
  public String toString() {
    return "QualificationHistory[redacted]";
  }
}
