package jp.chukan.gateway.reconciliation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.csv.CsvFaults;
import jp.chukan.gateway.csv.CsvOutput;
import jp.chukan.gateway.csv.CsvRow;
import jp.chukan.gateway.replica.ReplicaKey;
import org.jspecify.annotations.Nullable;

/** Makes records of rows whose columns are known. */
final class RegisterRow {
  private static final Pattern KEY = Pattern.compile("[!-~]{1,40}");
  private static final Pattern REGION = Pattern.compile("[0-9A-Za-z-]{1,20}");
  private static final int DATE_LENGTH = "yyyy-MM-dd".length();

  private final RegisterCheck check;
  private final List<String> header;
  private final Map<RegisterColumn, Integer> columns;
  private final Map<ItemCode, Integer> items;
  private final CsvFaults faults;

  RegisterRow(
      RegisterCheck check,
      List<String> header,
      Map<RegisterColumn, Integer> columns,
      Map<ItemCode, Integer> items,
      CsvFaults faults) {
    this.check = check;
    this.header = header;
    this.columns = columns;
    this.items = items;
    this.faults = faults;
  }

  /** Empty when the row has a fault. */
  Optional<RegisterRecord> read(CsvRow row) {
    try {
      return record(row);
    } catch (FaultyFieldException e) {
      Integer place = columns.get(e.column);
      faults.add(row.line(), place == null ? e.column.heading() : header.get(place), e.code);
      return Optional.empty();
    }
  }

  private Optional<RegisterRecord> record(CsvRow row) {
    ReplicaKey key = key(row);
    LayoutEdition edition = value(row, RegisterColumn.EDITION, LayoutEdition::new);
    RegisterRecord record =
        new RegisterRecord(
            key,
            columns.containsKey(RegisterColumn.PUBLISHED_FROM),
            columns.containsKey(RegisterColumn.PUBLISHED_TO),
            value(row, RegisterColumn.PUBLISHED_FROM, RegisterRow::day),
            value(row, RegisterColumn.PUBLISHED_TO, RegisterRow::day),
            value(row, RegisterColumn.PARENT_RECORD_KEY, text -> matching(KEY, text)),
            value(row, RegisterColumn.REGION, text -> matching(REGION, text)),
            value(row, RegisterColumn.RESPONSE_MODE, RegisterRow::mode),
            items(row));
    return check
        .refusalOf(key, edition, new LinkedHashMap<>(record.items()))
        .map(
            refusal -> {
              faults.add(row.line(), refusal.element(), refusal.code());
              return Optional.<RegisterRecord>empty();
            })
        .orElseGet(() -> Optional.of(record));
  }

  private ReplicaKey key(CsvRow row) {
    SpecificPersonalInformationCode information =
        value(row, RegisterColumn.INFORMATION, SpecificPersonalInformationCode::new);
    ItemCode dataSet = value(row, RegisterColumn.DATA_SET, ItemCode::new);
    return new ReplicaKey(
        required(row, RegisterColumn.ADDRESSEE, UnifiedAddresseeNumber::new),
        information == null ? check.information() : information,
        dataSet == null ? check.dataSet() : dataSet,
        required(row, RegisterColumn.RECORD_KEY, text -> matching(KEY, text)));
  }

  private Map<ItemCode, String> items(CsvRow row) {
    Map<ItemCode, String> values = new LinkedHashMap<>();
    items.forEach(
        (code, place) -> {
          String value = CsvOutput.unmarked(row.field(place));
          if (!value.isEmpty()) {
            values.put(code, value);
          }
        });
    return values;
  }

  private <T> T required(CsvRow row, RegisterColumn column, Function<String, T> form) {
    T value = value(row, column, form);
    if (value == null) {
      throw new FaultyFieldException(column, ErrorCode.SYM_CSV_MISSING);
    }
    return value;
  }

  private <T> @Nullable T value(CsvRow row, RegisterColumn column, Function<String, T> form) {
    Integer place = columns.get(column);
    String text = place == null ? "" : CsvOutput.unmarked(row.field(place));
    if (text.isEmpty()) {
      return null;
    }
    try {
      return form.apply(text);
    } catch (InvalidInputException e) {
      throw new FaultyFieldException(column, ErrorCode.SYM_CSV_FORM);
    } catch (DateTimeParseException e) {
      throw new FaultyFieldException(column, ErrorCode.SYM_CSV_DATE);
    }
  }

  private static LocalDate day(String text) {
    if (text.length() != DATE_LENGTH) {
      throw InvalidInputException.of(ErrorCode.SYM_CODE_FORM);
    }
    return LocalDate.parse(text);
  }

  private static String matching(Pattern form, String text) {
    if (!form.matcher(text).matches()) {
      throw InvalidInputException.of(ErrorCode.SYM_CODE_FORM);
    }
    return text;
  }

  private static ResponseMode mode(String flag) {
    return switch (flag) {
      case "0" -> ResponseMode.AUTOMATIC;
      case "1" -> ResponseMode.APPROVAL_REQUIRED;
      default -> throw InvalidInputException.of(ErrorCode.SYM_CODE_FORM);
    };
  }

  /** One field is wrong; its text says nothing of what stands there. */
  private static final class FaultyFieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final RegisterColumn column;
    private final ErrorCode code;

    FaultyFieldException(RegisterColumn column, ErrorCode code) {
      super(code.id(), null, false, false);
      this.column = column;
      this.code = code;
    }
  }
}
