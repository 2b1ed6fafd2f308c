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
 * published is one entry. Nothing of it is sound before {@link LayoutFileCheck} has seen it.
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

  /** Every item by itself, in the order of the file. */
  List<LayoutItem> layoutItems() {
    return items.stream().flatMap(Entry::layoutItems).toList();
  }

  /**
   * One item, or a run of placeholders.
   *
   * @param length how many digits there are exactly; {@code maxLength} is then left out
   * @param placeholders how many items in a row hold the place of unpublished ones, {@code code}
   *     being that of the first; null for an item that is known
   */
  record Entry(
      ItemCode code,
      String name,
      LayoutItem.Type type,
      int length,
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

    /** The number in the code. */
    long number() {
      return Long.parseLong(code.value().substring(PREFIX));
    }

    private Stream<LayoutItem> layoutItems() {
      return placeholders == null
          ? Stream.of(item())
          : IntStream.range(0, placeholders).mapToObj(this::placeholder);
    }

    private LayoutItem item() {
      return new LayoutItem(
          code,
          name,
          type,
          Math.max(length, 1),
          Math.max(length, maxLength),
          codes,
          required,
          twelveDigits,
          false);
    }

    private LayoutItem placeholder(int position) {
      ItemCode one =
          new ItemCode(code.value().substring(0, PREFIX) + DIGITS.formatted(number() + position));
      return new LayoutItem(
          one, "未公表項目 " + one, LayoutItem.Type.TEXT, 1, maxLength, Map.of(), false, false, true);
    }
  }
}
