package jp.chukan.gateway.institution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.csv.CsvFile;
import jp.chukan.gateway.csv.CsvForm;
import jp.chukan.gateway.csv.CsvForm.Quoting;
import jp.chukan.gateway.csv.CsvRow;
import jp.chukan.gateway.csv.FaultyFileException;

/**
 * Reads the CSV of the master: whole, or not at all. Faults of its own beside those of any CSV:
 *
 * <ul>
 *   <li>{@link ErrorCode#SYM_CSV_PERIOD} a period that ends before it begins
 *   <li>{@link ErrorCode#SYM_MASTER_DUPLICATE} the same 「機関コード」 and 「コード連番」 twice
 *   <li>{@link ErrorCode#SYM_MASTER_OVERLAP} two rows of one 「機関コード」 valid at the same time
 * </ul>
 */
final class MasterFile {
  private static final int MOST_ROWS = 20_000;
  private static final CsvForm FORM =
      new CsvForm(MasterColumn.columns(), Quoting.ALWAYS, 1, MOST_ROWS);

  private MasterFile() {}

  /**
   * @throws FaultyFileException with every fault
   */
  static List<MasterEntry> read(byte[] content) {
    CsvFile file = CsvFile.read(content, FORM);
    Rows rows = new Rows(file);
    file.rows().forEach(rows::add);
    file.faults().throwIfAny();
    return rows.entries;
  }

  private static MasterEntry entry(CsvRow row) {
    return new MasterEntry(
        new InstitutionCode(MasterColumn.INSTITUTION.of(row)),
        MasterColumn.SERIAL_NUMBER.of(row),
        MasterColumn.FORMER_CODE.of(row),
        MasterColumn.NAME.of(row),
        MasterColumn.DISABLED.of(row).equals("1"),
        MasterColumn.time(MasterColumn.FROM.of(row)),
        MasterColumn.time(MasterColumn.TO.of(row)),
        MasterColumn.VERSION_INFORMATION.of(row));
  }

  /** The rows so far, against which the next one is held. */
  private static final class Rows {
    private final CsvFile file;
    private final List<MasterEntry> entries = new ArrayList<>();
    private final Set<MasterEntry.Key> keys = new HashSet<>();
    private final Map<InstitutionCode, List<MasterEntry>> periods = new HashMap<>();

    Rows(CsvFile file) {
      this.file = file;
    }

    void add(CsvRow row) {
      MasterEntry entry = entry(row);
      if (entry.to().isBefore(entry.from())) {
        fault(row, MasterColumn.TO, ErrorCode.SYM_CSV_PERIOD);
        return;
      }
      if (!keys.add(entry.key())) {
        fault(row, MasterColumn.SERIAL_NUMBER, ErrorCode.SYM_MASTER_DUPLICATE);
        return;
      }
      List<MasterEntry> others =
          periods.computeIfAbsent(entry.institution(), code -> new ArrayList<>(1));
      if (others.stream().anyMatch(entry::overlaps)) {
        fault(row, MasterColumn.FROM, ErrorCode.SYM_MASTER_OVERLAP);
      }
      others.add(entry);
      entries.add(entry);
    }

    private void fault(CsvRow row, MasterColumn column, ErrorCode code) {
      file.faults().add(row.line(), column.header(), code);
    }
  }
}
