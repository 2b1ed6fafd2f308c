package jp.chukan.mocknetwork.coresystem;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.ProcedureCode;

/**
 * An item (項) of 「別表第二」, for example {@code 8} or {@code 85の2}.
 *
 * @param value number as the law writes it
 */
public record ScheduleItem(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,3})(?:の([0-9]))?");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ScheduleItem {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an item of the schedule");
    }
  }

  /** 「事務コード」 of the item; how the digits are made is an assumption of this project. */
  public AffairCode affair() {
    return new AffairCode("JM01000000" + digits(0));
  }

  /** 「事務手続コード」 of the item; how the digits are made is an assumption of this project. */
  public ProcedureCode procedure() {
    return new ProcedureCode("JT01010000" + digits(1));
  }

  private String digits(int whenWhole) {
    Matcher matcher = FORM.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalStateException("the constructor let a wrong item pass");
    }
    String branch = matcher.group(2);
    return "%03d%03d"
        .formatted(
            Integer.parseInt(matcher.group(1)),
            branch == null ? whenWhole : Integer.parseInt(branch));
  }
}
