package jp.chukan.gateway.csv;

import java.util.List;

/**
 * One row whose every field has the form of its column.
 *
 * @param line number of the line on which it begins; the header is on line 1
 * @param fields in the order of the columns, without quotes
 */
public record CsvRow(long line, List<String> fields) {

  public CsvRow {
    fields = List.copyOf(fields);
  }

  /** The field of this column, counted from zero. */
  public String field(int column) {
    return fields.get(column);
  }

  /** Never shows what is in it. */
  @Override
  public String toString() {
    return "CsvRow[line=" + line + "]";
  }
}
