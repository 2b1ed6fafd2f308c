package jp.chukan.gateway.permission;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.gateway.csv.CsvColumn;
import jp.chukan.gateway.csv.CsvFile;
import jp.chukan.gateway.csv.CsvForm;
import jp.chukan.gateway.csv.CsvRow;
import jp.chukan.gateway.csv.FaultyFileException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * What each 「事務」 is called, for people: the 「照会許可照合リスト」 has codes only. The words are those of 別表第二
 * of the law.
 */
@Component
public final class AffairNames {
  private static final int LONGEST = 200;
  private static final CsvForm FORM =
      new CsvForm(
          List.of(
              CsvColumn.required("事務コード", AffairCode::new),
              CsvColumn.required("事務名", CsvColumn.text(LONGEST))),
          CsvForm.Quoting.ALWAYS,
          0,
          10_000);

  private final Map<AffairCode, String> names = new LinkedHashMap<>();

  /**
   * @throws FaultyFileException a file that is not sound stops the start
   */
  public AffairNames(@Value("${chukan.affair-names:classpath:affairs/names.csv}") Resource file)
      throws IOException {
    try (InputStream stream = file.getInputStream()) {
      CsvFile read = CsvFile.read(stream.readAllBytes(), FORM);
      read.faults().throwIfAny();
      for (CsvRow row : read.rows()) {
        names.put(new AffairCode(row.field(0)), row.field(1));
      }
    }
  }

  /** Empty for one that nobody named. */
  public Optional<String> find(AffairCode affair) {
    return Optional.ofNullable(names.get(affair));
  }

  /** All that have a name, in the order of the file. */
  public Map<AffairCode, String> all() {
    return Collections.unmodifiableMap(names);
  }
}
