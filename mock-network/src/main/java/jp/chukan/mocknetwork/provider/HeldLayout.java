package jp.chukan.mocknetwork.provider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.mocknetwork.projectdata.ProjectTable;

/**
 * The items of a 「特定個人情報」 as providers hold it, from {@code data/provided-items.tsv}.
 *
 * @param edition layout edition of the answers
 * @param items what each item holds, in layout order
 */
record HeldLayout(LayoutEdition edition, SequencedMap<ItemCode, ItemKind> items) {
  private static final String PREFIX = "TK";
  private static final Map<SpecificPersonalInformationCode, HeldLayout> ALL = read();

  static Optional<HeldLayout> of(SpecificPersonalInformationCode information) {
    return Optional.ofNullable(ALL.get(information));
  }

  private static Map<SpecificPersonalInformationCode, HeldLayout> read() {
    Map<SpecificPersonalInformationCode, HeldLayout> layouts = new LinkedHashMap<>();
    for (ProjectTable.Row row : ProjectTable.rows("provided-items.tsv")) {
      HeldLayout layout =
          layouts.computeIfAbsent(
              new SpecificPersonalInformationCode(row.cell("information")),
              information ->
                  new HeldLayout(new LayoutEdition(row.cell("edition")), new LinkedHashMap<>()));
      for (ItemCode item : range(row.cell("first"), row.cell("last"))) {
        layout.items().put(item, ItemKind.valueOf(row.cell("kind")));
      }
    }
    return Map.copyOf(layouts);
  }

  private static List<ItemCode> range(String first, String last) {
    List<ItemCode> items = new ArrayList<>();
    for (long n = number(first); n <= number(last); n++) {
      items.add(new ItemCode(PREFIX + "%014d".formatted(n)));
    }
    return items;
  }

  private static long number(String item) {
    return Long.parseLong(item.substring(PREFIX.length()));
  }
}
