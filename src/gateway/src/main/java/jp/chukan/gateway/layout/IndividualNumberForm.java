package jp.chukan.gateway.layout;

import java.util.Arrays;

/**
 * Recognises what has the form of a 「個人番号」: twelve digits of which the last is the check digit of
 * the others (平成26年総務省令第85号 第5条). The server has no place for one (MS-31, MS-45), so it knows the
 * form only to turn it away.
 */
public final class IndividualNumberForm {
  private static final int DIGITS = 12;

  private IndividualNumberForm() {}

  /**
   * Whether twelve digits with a valid check digit stand in the text: together or in groups with
   * hyphens or spaces between, half or full width. A longer row of digits is not taken apart.
   */
  public static boolean isIn(String text) {
    if (text.length() < DIGITS) {
      return false;
    }
    int[] points = text.codePoints().toArray();
    int[] digits = new int[points.length];
    int[] groupStarts = new int[points.length];
    int count = 0;
    int groups = 0;
    int position = 0;
    while (position < points.length) {
      int before = count;
      while (position < points.length && Character.digit(points[position], 10) >= 0) {
        digits[count++] = Character.digit(points[position++], 10);
      }
      if (count > before) {
        groupStarts[groups++] = before;
        if (endsInNumber(digits, count, groupStarts, groups)) {
          return true;
        }
      }
      int afterDigits = position;
      while (position < points.length && separates(points[position])) {
        position++;
      }
      if (position == afterDigits || count == before) {
        count = 0;
        groups = 0;
        position = Math.max(position, afterDigits == position ? position + 1 : position);
      }
    }
    return false;
  }

  /** Whether the last whole groups together are twelve digits that check. */
  private static boolean endsInNumber(int[] digits, int count, int[] groupStarts, int groups) {
    int from = count - DIGITS;
    return Arrays.binarySearch(groupStarts, 0, groups, from) >= 0 && checks(digits, from);
  }

  /** The eleven digits weighted 2 to 7 and 2 to 6 from the right, modulo 11. */
  private static boolean checks(int[] digits, int from) {
    int sum = 0;
    for (int n = 1; n < DIGITS; n++) {
      sum += digits[from + DIGITS - 1 - n] * (n <= 6 ? n + 1 : n - 5);
    }
    int remainder = sum % 11;
    return digits[from + DIGITS - 1] == (remainder <= 1 ? 0 : 11 - remainder);
  }

  /** Spaces of any width, hyphens, dashes, and the marks that are written for them. */
  private static boolean separates(int point) {
    return switch (Character.getType(point)) {
      case Character.DASH_PUNCTUATION, Character.SPACE_SEPARATOR -> true;
      default -> point == 'ー' || point == 'ｰ' || point == '−' || point == '\t';
    };
  }
}
