package jp.chukan.gateway.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import jp.chukan.contract.code.ItemCode;

/**
 * One item that a layout allows, and the form of its values.
 *
 * @param code 「項目コード」
 * @param name name for staff
 * @param type kind of value
 * @param minLength fewest characters of text or digits; unused for dates and codes
 * @param maxLength most characters of text or digits; unused for dates and codes
 * @param codes the values of a code and what each means
 * @param required whether a 「副本」 without it is refused
 * @param twelveDigits whether twelve digits are expected here; elsewhere they are looked at as a
 *     possible 「個人番号」 (MS-31)
 * @param placeholder whether the item holds the place of one that nobody has published: it keeps
 *     the others at their positions, and what it may hold is text
 */
public record LayoutItem(
    ItemCode code,
    String name,
    Type type,
    int minLength,
    int maxLength,
    Map<String, String> codes,
    boolean required,
    boolean twelveDigits,
    boolean placeholder) {

  /** Kind of value. */
  public enum Type {
    @JsonProperty("text")
    TEXT,
    @JsonProperty("digits")
    DIGITS,
    @JsonProperty("date")
    DATE,
    @JsonProperty("code")
    CODE
  }

  public LayoutItem {
    codes = Map.copyOf(codes);
  }

  /** Whether the value has the form of this item (JN-05). */
  public boolean accepts(String value) {
    return switch (type) {
      case TEXT -> fits(value) && value.codePoints().noneMatch(LayoutItem::isInvisible);
      case DIGITS -> fits(value) && value.chars().allMatch(c -> c >= '0' && c <= '9');
      case DATE -> isDate(value);
      case CODE -> codes.containsKey(value);
    };
  }

  private boolean fits(String value) {
    int length = value.codePointCount(0, value.length());
    return !value.isBlank() && length >= minLength && length <= maxLength;
  }

  /** Control and format characters can hide what an operator is shown. */
  private static boolean isInvisible(int codePoint) {
    int kind = Character.getType(codePoint);
    return kind == Character.CONTROL
        || kind == Character.FORMAT
        || kind == Character.SURROGATE
        || kind == Character.UNASSIGNED;
  }

  private static boolean isDate(String value) {
    try {
      return value.length() == 10 && LocalDate.parse(value).getYear() > 0;
    } catch (DateTimeParseException otherForm) {
      return false;
    }
  }
}
