package jp.chukan.gateway.reconciliation;

import java.io.InputStream;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.csv.CsvFaults;
import jp.chukan.gateway.csv.CsvStream;

/**
 * Reads the register's file as CSV. Columns stand in any order, and only those of the person, of
 * the record key and of one item must be there: what has no column is not compared.
 */
final class RegisterCsv {
  private final RegisterCheck check;
  private final CsvFaults faults;
  private final Map<RegisterColumn, Integer> columns = new EnumMap<>(RegisterColumn.class);
  private final Map<ItemCode, Integer> items = new LinkedHashMap<>();

  RegisterCsv(RegisterCheck check, CsvFaults faults) {
    this.check = check;
    this.faults = faults;
  }

  /** The items that have a column; known once the file is read. */
  Set<ItemCode> items() {
    return items.keySet();
  }

  /**
   * @throws jp.chukan.gateway.csv.FaultyFileException with every fault by line and column
   */
  void read(InputStream content, long mostRows, Consumer<RegisterRecord> taker) {
    CsvStream.read(
        content,
        mostRows,
        faults,
        header -> {
          takeHeader(header);
          RegisterRow row = new RegisterRow(check, header, columns, items, faults);
          return line -> row.read(line).ifPresent(taker);
        });
  }

  private void takeHeader(List<String> header) {
    Set<ItemCode> known = check.items();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      String code = RegisterColumn.codeOf(header.get(i));
      // what stands in a heading that nobody knows is not told back
      if (!seen.add(code) || !takeColumn(code, i, known)) {
        faults.add(1, (i + 1) + "列目", ErrorCode.SYM_CSV_HEADER);
      }
    }
    for (RegisterColumn needed : List.of(RegisterColumn.ADDRESSEE, RegisterColumn.RECORD_KEY)) {
      if (!columns.containsKey(needed)) {
        faults.add(1, needed.heading(), ErrorCode.SYM_CSV_HEADER);
      }
    }
    if (items.isEmpty()) {
      faults.add(1, null, ErrorCode.SYM_CSV_HEADER);
    }
  }

  private boolean takeColumn(String code, int place, Set<ItemCode> known) {
    RegisterColumn column = RegisterColumn.of(code).orElse(null);
    if (column != null) {
      columns.put(column, place);
      return true;
    }
    try {
      ItemCode item = new ItemCode(code);
      if (known.contains(item)) {
        items.put(item, place);
        return true;
      }
      return false;
    } catch (InvalidInputException otherForm) {
      return false;
    }
  }
}
