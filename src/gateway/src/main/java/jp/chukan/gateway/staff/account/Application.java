package jp.chukan.gateway.staff.account;

import java.util.Set;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.staff.StaffRole;

/**
 * What somebody applies for: an account, or an account with other roles.
 *
 * @param institution whose staff
 * @param user the id of the person
 * @param displayName name of the person, up to 60 characters
 * @param department 「部署コード」
 * @param roles what the person is to be
 * @param reason why, up to 200 characters
 */
public record Application(
    InstitutionCode institution,
    UserId user,
    String displayName,
    DepartmentCode department,
    Set<StaffRole> roles,
    String reason) {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_REASON = 200;

  public Application {
    roles = Set.copyOf(roles);
  }

  boolean isWritten() {
    return isText(displayName, LONGEST_NAME) && isText(reason, LONGEST_REASON);
  }

  /** Whether it is a reason that can be kept: 1 to 200 characters on one line. */
  public static boolean isReason(String text) {
    return isText(text, LONGEST_REASON);
  }

  private static boolean isText(String text, int longest) {
    return !text.isBlank()
        && text.length() <= longest
        && text.chars().noneMatch(Character::isISOControl);
  }

  /** Never shows the name nor the reason. */
  @Override
  public String toString() {
    return "Application[user=" + user + ", roles=" + roles + "]";
  }
}
