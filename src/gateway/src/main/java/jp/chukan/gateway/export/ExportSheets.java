package jp.chukan.gateway.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.csv.CsvOutput;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import org.springframework.stereotype.Component;

/** Every kind that can leave, and how it is written. */
@Component
class ExportSheets {
  private final Map<ExportKind, ExportSheet<?>> sheets = new EnumMap<>(ExportKind.class);
  private final InstitutionTransactions transactions;

  ExportSheets(List<ExportSheet<?>> sheets, InstitutionTransactions transactions) {
    sheets.forEach(sheet -> this.sheets.put(sheet.kind(), sheet));
    this.transactions = transactions;
  }

  ExportSheet<?> of(ExportKind kind) {
    return Optional.<ExportSheet<?>>ofNullable(sheets.get(kind)).orElseThrow();
  }

  /** Writes it in a transaction of its own: what has left cannot be rolled back. */
  <C extends Record> ReleasedExport release(
      ExportSheet<C> sheet, InstitutionCode institution, C criteria) {
    return new ReleasedExport(
        sheet.kind(),
        sheet.form(criteria),
        switch (sheet) {
          case TableSheet<C> table -> out -> writeTable(table, institution, criteria, out);
          case FileSheet<C> file -> out -> writeFile(file, institution, criteria, out);
        });
  }

  private <C extends Record> void writeTable(
      TableSheet<C> table, InstitutionCode institution, C criteria, OutputStream out) {
    CsvOutput csv = new CsvOutput(out, table.header());
    transactions.run(institution, () -> table.write(institution, criteria, csv::row));
    csv.finish();
  }

  private static <C extends Record> void writeFile(
      FileSheet<C> file, InstitutionCode institution, C criteria, OutputStream out) {
    try {
      file.write(institution, criteria, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
