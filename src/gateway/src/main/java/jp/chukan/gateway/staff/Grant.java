package jp.chukan.gateway.staff;

import java.time.LocalDate;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.UserId;

/**
 * One 「権限」 of one person of the staff (MS-11, JN-36).
 *
 * @param user who
 * @param department in which 「部署」
 * @param affair for which 「事務」
 * @param function for asking or for providing
 * @param from first day
 * @param to last day, at the latest the end of the fiscal year of {@code from} (MU-07, MU-08)
 * @param reason why it was given
 */
public record Grant(
    UserId user,
    DepartmentCode department,
    AffairCode affair,
    GrantedFunction function,
    LocalDate from,
    LocalDate to,
    String reason) {

  boolean overlaps(Grant other) {
    return !from.isAfter(other.to) && !other.from.isAfter(to);
  }

  /** Whether both allow the same to the same person on one day at least. */
  public boolean isSameOnADayOf(Grant other) {
    return user.equals(other.user)
        && department.equals(other.department)
        && affair.equals(other.affair)
        && function == other.function
        && overlaps(other);
  }

  /** Never shows the reason: it is free text. */
  @Override
  public String toString() {
    return "Grant[user=" + user + ", affair=" + affair + ", function=" + function + "]";
  }
}
