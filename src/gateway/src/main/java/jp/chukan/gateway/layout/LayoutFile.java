package jp.chukan.gateway.layout;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import org.jspecify.annotations.Nullable;

/**
 * A layout as its file writes it: as {@link StandardLayout}, but a run of items that nobody has
 * published is one entry.
 */
record LayoutFile(
    SpecificPersonalInformationCode information,
    String name,
    LayoutEdition edition,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    ItemCode dataSet,
    List<Entry> items,
    List<StandardLayout.Combination> combinations) {

  LayoutFile {
    items = items == null ? List.of() : List.copyOf(items);
    combinations = combinations == null ? List.of() : List.copyOf(combinations);
  }

  /** The layout with every item by itself. */
  StandardLayout layout() {
    List<LayoutItem> all = items.stream().flatMap(Entry::items).toList();
    return new StandardLayout(
        information, name, edition, validFrom, validTo, dataSet, all, combinations);
  }

  /**
   * One item, or a run of placeholders.
   *
   * @param placeholders how many items in a row hold the place of unpublished ones, {@code code}
   *     being that of the first; null for an item that is known
   */
  record Entry(
      ItemCode code,
      String name,
      LayoutItem.Type type,
      int maxLength,
      Map<String, String> codes,
      boolean required,
      boolean twelveDigits,
      @Nullable Integer placeholders) {
    private static final int PREFIX = 2;
    private static final String DIGITS = "%014d";

    Entry {
      codes = codes == null ? Map.of() : Map.copyOf(codes);
    }

    Stream<LayoutItem> items() {
      if (placeholders == null) {
        return Stream.of(
            new LayoutItem(code, name, type, maxLength, codes, required, twelveDigits, false));
      }
      requireNothingElse(placeholders);
      return IntStream.range(0, placeholders).mapToObj(this::placeholder);
    }

    private void requireNothingElse(int count) {
      boolean bare =
          code != null
              && name == null
              && type == null
              && codes.isEmpty()
              && !required
              && !twelveDigits;
      if (!bare || count < 1) {
        throw new IllegalArgumentException(
            "placeholders are counted from 1 and have a first code and a maxLength only");
      }
    }

    private LayoutItem placeholder(int position) {
      String prefix = code.value().substring(0, PREFIX);
      long number = Long.parseLong(code.value().substring(PREFIX)) + position;
      ItemCode one = new ItemCode(prefix + DIGITS.formatted(number));
      return new LayoutItem(
          one, "未公表項目 " + one, LayoutItem.Type.TEXT, maxLength, Map.of(), false, false, true);
    }
  }
}
