package jp.chukan.mocknetwork.regionalunion;

import java.time.LocalDate;
import java.util.Optional;
import jp.chukan.mocknetwork.residentnotice.RemovalReason;

/**
 * 「後期高齢者医療被保険者」.
 *
 * @param number 被保険者番号: eight digits, the same as long as the person belongs to this 広域連合
 * @param position of the person in the municipality
 * @param acquiredOn 資格取得年月日
 * @param loss 資格喪失, empty while insured
 */
record UnionMember(String number, int position, LocalDate acquiredOn, Optional<Loss> loss) {

  /**
   * 「資格喪失」.
   *
   * @param on 資格喪失年月日
   * @param reason why
   */
  record Loss(LocalDate on, RemovalReason reason) {}

  UnionMember ended(LocalDate on, RemovalReason reason) {
    return new UnionMember(number, position, acquiredOn, Optional.of(new Loss(on, reason)));
  }

  boolean isInsuredOn(LocalDate day) {
    return !acquiredOn.isAfter(day) && loss.filter(end -> !end.on().isAfter(day)).isEmpty();
  }

  /** Never shows the number: it points at a person. */
  @Override
  public String toString() {
    return "UnionMember[" + position + ", redacted]";
  }
}
