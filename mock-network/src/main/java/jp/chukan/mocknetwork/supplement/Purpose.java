package jp.chukan.mocknetwork.supplement;

import java.util.regex.Pattern;

/**
 * Who asks for 附票本人確認情報, and for what (JN-11, JN-36).
 *
 * @param operator 操作者ID: of one person (JN-16)
 * @param affair 事務 for which it is asked
 */
public record Purpose(String operator, String affair) {
  private static final Pattern OPERATOR = Pattern.compile("[A-Z0-9]{4,12}");
  private static final Pattern AFFAIR = Pattern.compile("[A-Z][0-9]{2}");

  public Purpose {
    if (!OPERATOR.matcher(operator).matches()) {
      throw new IllegalArgumentException("operator");
    }
    if (!AFFAIR.matcher(affair).matches()) {
      throw new IllegalArgumentException("affair");
    }
  }
}
