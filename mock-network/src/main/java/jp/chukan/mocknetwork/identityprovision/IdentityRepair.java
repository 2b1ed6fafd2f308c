package jp.chukan.mocknetwork.identityprovision;

import java.util.regex.Pattern;
import jp.chukan.mocknetwork.identity.IdentityInformation;

/**
 * 「異常時更新」: a version that takes the place of what is kept, whatever that is, by two persons (JN-38,
 * G:439).
 *
 * @param identity as it must be
 * @param occasion who does it and why
 * @param approver 操作者ID of who approved it: somebody else
 */
public record IdentityRepair(IdentityInformation identity, Occasion occasion, String approver) {
  /** Kind of message. */
  public static final String MESSAGE = "identity-repair";

  private static final Pattern OPERATOR = Pattern.compile("[A-Z]{2}[0-9]{6}");

  public IdentityRepair {
    if (!OPERATOR.matcher(approver).matches() || approver.equals(occasion.operator())) {
      throw new IllegalArgumentException("approver");
    }
  }

  /**
   * What the receiver answers.
   *
   * @param version 更新順番号 that it keeps now
   */
  public record Repaired(int version) {}
}
