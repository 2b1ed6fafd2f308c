package jp.chukan.gateway.export;

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
        out -> {
          CsvOutput csv = new CsvOutput(out, sheet.header());
          transactions.run(institution, () -> sheet.write(institution, criteria, csv::row));
          csv.finish();
        });
  }
}
