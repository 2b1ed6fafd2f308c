package jp.chukan.gateway.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.csv.CsvForm.Quoting;

/**
 * A file whose encoding and header are right, with the rows that have their form and the faults of
 * those that have not. Who takes anything of it asks {@link #faults()} first.
 *
 * @param rows the sound ones
 * @param faults of the others; checks across rows add theirs
 */
public record CsvFile(List<CsvRow> rows, CsvFaults faults) {

  /**
   * Reads UTF-8, with or without a byte order mark, or MS932.
   *
   * @throws FaultyFileException when there is no point in looking at rows: {@link
   *     ErrorCode#SYM_CSV_ENCODING}, {@link ErrorCode#SYM_CSV_HEADER}, {@link
   *     ErrorCode#SYM_CSV_EMPTY}, {@link ErrorCode#SYM_CSV_TOO_MANY_ROWS}
   */
  public static CsvFile read(byte[] content, CsvForm form) {
    CsvFaults faults = new CsvFaults();
    List<RawRow> raw = parse(StrictText.decode(content), form.mostRows() + 1, faults);
    if (raw.isEmpty() || !raw.getFirst().fields().equals(form.names())) {
      faults.throwIfAny();
      throw FaultyFileException.of(
          content.length == 0 ? ErrorCode.SYM_CSV_EMPTY : ErrorCode.SYM_CSV_HEADER);
    }
    checkCount(raw.size() - 1, form, faults);
    RowCheck check = new RowCheck(form, faults);
    check.quotes(raw.getFirst());
    List<CsvRow> rows = new ArrayList<>();
    for (RawRow row : raw.subList(1, raw.size())) {
      if (check.isSound(row)) {
        rows.add(new CsvRow(row.line(), row.fields()));
      }
    }
    return new CsvFile(List.copyOf(rows), faults);
  }

  private static List<RawRow> parse(String text, int most, CsvFaults faults) {
    RawRow.Handler handler = new RawRow.Handler();
    List<RawRow> rows = new ArrayList<>();
    try {
      for (RawRow row :
          CsvReader.builder()
              .skipEmptyLines(false)
              .allowUnclosedQuote(false)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .build(handler, text)) {
        rows.add(row);
        if (rows.size() > most) {
          break;
        }
      }
    } catch (CsvParseException quote) {
      // The parser stumbles over nothing else; its text may quote the value.
      faults.add(handler.line(), null, ErrorCode.SYM_CSV_QUOTE);
    }
    return rows;
  }

  private static void checkCount(int rows, CsvForm form, CsvFaults faults) {
    if (rows > form.mostRows()) {
      throw FaultyFileException.of(ErrorCode.SYM_CSV_TOO_MANY_ROWS);
    }
    if (rows < form.fewestRows() && faults.isEmpty()) {
      throw FaultyFileException.of(ErrorCode.SYM_CSV_EMPTY);
    }
  }

  /** Holds rows against their form. */
  private record RowCheck(CsvForm form, CsvFaults faults) {

    boolean isSound(RawRow row) {
      long before = faults.count();
      if (row.fields().size() != form.columns().size()) {
        faults.add(row.line(), null, ErrorCode.SYM_CSV_FIELD_COUNT);
        return false;
      }
      quotes(row);
      for (int i = 0; i < form.columns().size(); i++) {
        field(row, form.columns().get(i), row.fields().get(i));
      }
      return faults.count() == before;
    }

    void quotes(RawRow row) {
      for (int i = 0; i < row.fields().size(); i++) {
        boolean bare = !row.quoted().get(i);
        boolean quoteInside = row.fields().get(i).indexOf('"') >= 0;
        if (bare && (form.quoting() == Quoting.ALWAYS || quoteInside)) {
          faults.add(row.line(), form.columns().get(i).name(), ErrorCode.SYM_CSV_QUOTE);
        }
      }
    }

    private void field(RawRow row, CsvColumn column, String value) {
      if (value.isEmpty()) {
        if (column.required()) {
          faults.add(row.line(), column.name(), ErrorCode.SYM_CSV_MISSING);
        }
        return;
      }
      if (value.chars().anyMatch(Character::isISOControl)) {
        faults.add(row.line(), column.name(), ErrorCode.SYM_CSV_FORM);
        return;
      }
      try {
        column.check().accept(value);
      } catch (InvalidInputException e) {
        ErrorCode code = e.refusal().code();
        faults.add(
            row.line(),
            column.name(),
            code == ErrorCode.SYM_CODE_FORM ? ErrorCode.SYM_CSV_FORM : code);
      }
    }
  }
}
