package jp.chukan.gateway.institution;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.csv.CsvColumn;
import jp.chukan.gateway.csv.CsvRow;

/** The columns of the master, in their order: what each may hold, and how an entry is written. */
enum MasterColumn {
  INSTITUTION("機関コード", true, InstitutionCode::new, entry -> entry.institution().value()),
  SERIAL_NUMBER("コード連番", true, form("[0-9]{1,10}"), MasterEntry::serialNumber),
  FORMER_CODE("既存の識別コード", false, CsvColumn.text(40), MasterEntry::formerCode),
  NAME("機関名", true, CsvColumn.text(200), MasterEntry::name),
  DISABLED("無効化フラグ", false, form("[01]"), entry -> entry.disabled() ? "1" : "0"),
  FROM("有効開始日時", true, MasterColumn::time, entry -> time(entry.from())),
  TO("有効終了日時", true, MasterColumn::time, entry -> time(entry.to())),
  VERSION_INFORMATION("バージョン情報", false, CsvColumn.text(100), MasterEntry::versionInformation);

  /** The end of a period that is open. */
  static final LocalDateTime OPEN_END = LocalDateTime.of(9999, 12, 31, 23, 59);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm").withResolverStyle(ResolverStyle.STRICT);

  private final CsvColumn column;
  private final Function<MasterEntry, String> writer;

  MasterColumn(
      String name, boolean required, Consumer<String> check, Function<MasterEntry, String> writer) {
    this.column = new CsvColumn(name, required, check);
    this.writer = writer;
  }

  static List<CsvColumn> columns() {
    return Arrays.stream(values()).map(column -> column.column).toList();
  }

  /** As the header has it. */
  String header() {
    return column.name();
  }

  /** What the row has in this column. */
  String of(CsvRow row) {
    return row.field(ordinal());
  }

  /** What the entry has in this column, as the file writes it. */
  String of(MasterEntry entry) {
    return writer.apply(entry);
  }

  /**
   * @throws InvalidInputException {@link ErrorCode#SYM_CSV_DATE}
   */
  static LocalDateTime time(String value) {
    try {
      return TIME.parse(value, LocalDateTime::from);
    } catch (DateTimeException e) {
      // The cause would quote the value.
      throw InvalidInputException.of(ErrorCode.SYM_CSV_DATE);
    }
  }

  private static String time(LocalDateTime value) {
    return TIME.format(value);
  }

  private static Consumer<String> form(String expression) {
    Pattern pattern = Pattern.compile(expression);
    return value -> {
      if (!pattern.matcher(value).matches()) {
        throw InvalidInputException.of(ErrorCode.SYM_CSV_FORM);
      }
    };
  }
}
