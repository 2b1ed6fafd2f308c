package jp.chukan.gateway.export;

import java.util.List;
import java.util.function.Consumer;
import jp.chukan.contract.code.InstitutionCode;

/** What leaves as CSV, row by row, read in the open transaction of the institution. */
public non-sealed interface TableSheet<C extends Record> extends ExportSheet<C> {

  @Override
  default ExportForm form(C criteria) {
    return ExportForm.CSV;
  }

  /** Names of the columns. */
  List<String> header();

  /** Hands over row by row; never holds all of them. */
  void write(InstitutionCode institution, C criteria, Consumer<List<String>> rows);
}
