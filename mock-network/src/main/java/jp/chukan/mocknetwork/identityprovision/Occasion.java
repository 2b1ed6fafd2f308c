package jp.chukan.mocknetwork.identityprovision;

import java.util.regex.Pattern;

/**
 * Who looks at a person's data, where and why (JN-11, JN-36). One operator is one person (JN-16).
 *
 * @param operator 操作者ID: two letters and six digits
 * @param terminal 操作端末ID
 * @param purpose 事務 or reason, in words
 */
public record Occasion(String operator, String terminal, String purpose) {
  private static final Pattern OPERATOR = Pattern.compile("[A-Z]{2}[0-9]{6}");
  private static final Pattern TERMINAL = Pattern.compile("[A-Z0-9-]{3,20}");

  /** Characters of a purpose, at most. */
  public static final int LONGEST_PURPOSE = 200;

  public Occasion {
    require(OPERATOR.matcher(operator).matches(), "operator");
    require(TERMINAL.matcher(terminal).matches(), "terminal");
    require(!purpose.isBlank() && purpose.length() <= LONGEST_PURPOSE, "purpose");
  }

  /** The same, with the name of who approved it. */
  Occasion approvedBy(String approver) {
    String approval = "、承認 " + approver;
    int most = Math.min(purpose.length(), LONGEST_PURPOSE - approval.length());
    return new Occasion(operator, terminal, purpose.substring(0, most) + approval);
  }

  private static void require(boolean right, String field) {
    if (!right) {
      throw new IllegalArgumentException(field);
    }
  }
}
