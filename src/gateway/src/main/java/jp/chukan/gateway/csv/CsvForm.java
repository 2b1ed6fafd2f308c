package jp.chukan.gateway.csv;

import java.util.List;

/**
 * How one kind of file has to look.
 *
 * @param columns all of them, in the order of the header
 * @param quoting whether every field must stand in quotes
 * @param fewestRows fewer rows are a fault; 0 takes a file that has a header only
 * @param mostRows more rows are a fault
 */
public record CsvForm(List<CsvColumn> columns, Quoting quoting, int fewestRows, int mostRows) {

  /** Which fields stand in quotes. */
  public enum Quoting {
    /** Every one: a spreadsheet that saved the file anew has dropped leading zeros with them. */
    ALWAYS,
    /** Those that need it, and any other. */
    OPTIONAL
  }

  public CsvForm {
    columns = List.copyOf(columns);
  }

  /** The header. */
  public List<String> names() {
    return columns.stream().map(CsvColumn::name).toList();
  }
}
