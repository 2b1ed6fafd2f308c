package jp.chukan.mocknetwork.application;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * 「申請番号」, given when an application is begun; says nothing about the person.
 *
 * @param value sixteen digits
 */
public record ApplicationNumber(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("[0-9]{16}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ApplicationNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("number");
    }
  }
}
