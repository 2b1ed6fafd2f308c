package jp.chukan.gateway.csv;

import java.util.function.Consumer;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;

/**
 * One column of a file.
 *
 * @param name as the header has it, in Japanese
 * @param required whether a row without a value is at fault
 * @param check throws {@link InvalidInputException} for a value of another form; not asked for an
 *     empty one
 */
public record CsvColumn(String name, boolean required, Consumer<String> check) {

  /** A column that has a value in each row. */
  public static CsvColumn required(String name, Consumer<String> check) {
    return new CsvColumn(name, true, check);
  }

  /** A column that may be empty. */
  public static CsvColumn optional(String name, Consumer<String> check) {
    return new CsvColumn(name, false, check);
  }

  /** Takes any visible text up to this many characters. */
  public static Consumer<String> text(int longest) {
    return value -> {
      if (value.codePointCount(0, value.length()) > longest || value.isBlank()) {
        throw InvalidInputException.of(ErrorCode.SYM_CSV_FORM);
      }
    };
  }
}
