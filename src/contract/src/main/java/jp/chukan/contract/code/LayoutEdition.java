package jp.chukan.contract.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * 「版番号」: up to 4 characters; editions compare by number where they are numbers.
 *
 * @param value the code itself, never null; its form is as public municipal software writes it
 */
public record LayoutEdition(@JsonValue String value) implements Comparable<LayoutEdition> {
  private static final CodeForm FORM = CodeForm.of(LayoutEdition.class, "版番号", "[0-9A-Za-z.]{1,4}");

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the value has another form
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public LayoutEdition {
    FORM.check(value);
  }

  /** Numeric editions compare as numbers, so that {@code 10} follows {@code 9} (MS-56). */
  @Override
  public int compareTo(LayoutEdition other) {
    if (isNumber() && other.isNumber()) {
      return Integer.compare(Integer.parseInt(value), Integer.parseInt(other.value));
    }
    return value.compareTo(other.value);
  }

  private boolean isNumber() {
    return value.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  @Override
  public String toString() {
    return value;
  }
}
