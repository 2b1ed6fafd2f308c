package jp.chukan.gateway.staff;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.csv.CsvColumn;
import jp.chukan.gateway.csv.CsvFile;
import jp.chukan.gateway.csv.CsvForm;
import jp.chukan.gateway.csv.CsvForm.Quoting;
import jp.chukan.gateway.csv.CsvRow;
import jp.chukan.gateway.csv.FaultyFileException;

/**
 * Reads the CSV of grants: whole, or not at all. Faults of its own beside those of any CSV:
 *
 * <ul>
 *   <li>{@link ErrorCode#SYM_CSV_PERIOD} a grant that ends before it begins
 *   <li>{@link ErrorCode#SCM_GRANT_FISCAL_YEAR} a grant that outlives the fiscal year of its start
 *   <li>{@link ErrorCode#SCM_GRANT_DUPLICATE} the same grant twice at the same time
 * </ul>
 */
final class GrantFile {
  private static final int MOST_ROWS = 100_000;
  private static final String FUNCTION = "機能";
  private static final String FROM = "有効開始日";
  private static final String TO = "有効終了日";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu/MM/dd").withResolverStyle(ResolverStyle.STRICT);
  private static final CsvForm FORM =
      new CsvForm(
          List.of(
              CsvColumn.required("ユーザーID", UserId::new),
              CsvColumn.required("部署コード", DepartmentCode::new),
              CsvColumn.required("事務コード", AffairCode::new),
              CsvColumn.required(FUNCTION, GrantFile::function),
              CsvColumn.required(FROM, GrantFile::day),
              CsvColumn.required(TO, GrantFile::day),
              CsvColumn.required("理由", CsvColumn.text(200))),
          Quoting.OPTIONAL,
          0,
          MOST_ROWS);

  private GrantFile() {}

  /**
   * @throws FaultyFileException with every fault
   */
  static List<Grant> read(byte[] content) {
    CsvFile file = CsvFile.read(content, FORM);
    List<Grant> grants = new ArrayList<>();
    Map<List<Object>, List<Grant>> same = new HashMap<>();
    for (CsvRow row : file.rows()) {
      Grant grant = grant(row);
      if (grant.to().isBefore(grant.from())) {
        file.faults().add(row.line(), TO, ErrorCode.SYM_CSV_PERIOD);
      } else if (grant.to().isAfter(FiscalYear.of(grant.from()).lastDay())) {
        file.faults().add(row.line(), TO, ErrorCode.SCM_GRANT_FISCAL_YEAR);
      }
      List<Grant> others = same.computeIfAbsent(key(grant), key -> new ArrayList<>(1));
      if (others.stream().anyMatch(grant::overlaps)) {
        file.faults().add(row.line(), FROM, ErrorCode.SCM_GRANT_DUPLICATE);
      }
      others.add(grant);
      grants.add(grant);
    }
    file.faults().throwIfAny();
    return grants;
  }

  private static List<Object> key(Grant grant) {
    return List.of(grant.user(), grant.department(), grant.affair(), grant.function());
  }

  private static Grant grant(CsvRow row) {
    return new Grant(
        new UserId(row.field(0)),
        new DepartmentCode(row.field(1)),
        new AffairCode(row.field(2)),
        function(row.field(3)),
        day(row.field(4)),
        day(row.field(5)),
        row.field(6));
  }

  private static GrantedFunction function(String text) {
    return GrantedFunction.ofJapanese(text)
        .orElseThrow(() -> InvalidInputException.of(ErrorCode.SYM_CSV_FORM));
  }

  private static LocalDate day(String text) {
    try {
      // both are written: 2026/04/01 and 2026-04-01
      return DAY.parse(text.replace('-', '/'), LocalDate::from);
    } catch (DateTimeException e) {
      // The cause would quote the value.
      throw InvalidInputException.of(ErrorCode.SYM_CSV_DATE);
    }
  }
}
