package jp.chukan.gateway.layout;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.SpecificPersonalInformationCode;

/** Every 「データ標準レイアウト」 of this server, and the data sets that it never takes (MS-17). */
public final class StandardLayouts {
  private final Map<SpecificPersonalInformationCode, Map<LayoutEdition, StandardLayout>> layouts;
  private final RefusedDataSets refused;

  /**
   * @throws IllegalArgumentException naming the file of a layout that is of a refused data set,
   *     stands twice, or comes into force no later than an edition before it
   */
  StandardLayouts(List<StandardLayout> layouts, RefusedDataSets refused) {
    this.layouts = new HashMap<>();
    this.refused = refused;
    layouts.forEach(this::add);
  }

  private void add(StandardLayout layout) {
    if (isRefused(layout.information()) || isRefused(layout.dataSet())) {
      throw new IllegalArgumentException(layout.file() + ": is of a refused data set");
    }
    Map<LayoutEdition, StandardLayout> editions =
        layouts.computeIfAbsent(layout.information(), information -> new HashMap<>());
    editions.values().forEach(other -> requireInOrder(layout, other));
    editions.put(layout.edition(), layout);
  }

  /**
   * Editions may be in force side by side, but which is the newer one must be the same by number
   * and by day: a 「副本」 never falls back to an older edition (MS-56).
   */
  private static void requireInOrder(StandardLayout layout, StandardLayout other) {
    int byEdition = Integer.signum(layout.edition().compareTo(other.edition()));
    if (byEdition == 0) {
      throw new IllegalArgumentException(
          layout.file() + ": the edition stands twice, also in " + other.file());
    }
    if (byEdition != Integer.signum(layout.validFrom().compareTo(other.validFrom()))) {
      throw new IllegalArgumentException(
          layout.file() + ": edition and validFrom are in another order than in " + other.file());
    }
  }

  public boolean holds(SpecificPersonalInformationCode information) {
    return layouts.containsKey(information);
  }

  /** The layout of that edition, when it is in force on that day. */
  public Optional<StandardLayout> find(
      SpecificPersonalInformationCode information, LayoutEdition edition, LocalDate day) {
    return Optional.ofNullable(layouts.getOrDefault(information, Map.of()).get(edition))
        .filter(layout -> layout.inForceOn(day));
  }

  /** All that are in force on that day, by information and edition. */
  public List<StandardLayout> inForceOn(LocalDate day) {
    return layouts.values().stream()
        .flatMap(editions -> editions.values().stream())
        .filter(layout -> layout.inForceOn(day))
        .sorted(
            Comparator.comparing((StandardLayout layout) -> layout.information().value())
                .thenComparing(StandardLayout::edition))
        .toList();
  }

  /** The edition in force on that day that came into force last. */
  public Optional<StandardLayout> newest(
      SpecificPersonalInformationCode information, LocalDate day) {
    return layouts.getOrDefault(information, Map.of()).values().stream()
        .filter(layout -> layout.inForceOn(day))
        .max(Comparator.comparing(StandardLayout::validFrom));
  }

  /** The first of the items that no edition in force on that day has; empty when all are there. */
  public Optional<ItemCode> itemOutside(
      SpecificPersonalInformationCode information, List<ItemCode> items, LocalDate day) {
    Set<ItemCode> allowed = new HashSet<>();
    layouts.getOrDefault(information, Map.of()).values().stream()
        .filter(layout -> layout.inForceOn(day))
        .forEach(layout -> allowed.addAll(layout.itemCodes()));
    return items.stream().filter(item -> !allowed.contains(item)).findFirst();
  }

  /** Whether this information is never taken: 「本人確認情報」, 「送付先情報」. */
  public boolean isRefused(SpecificPersonalInformationCode information) {
    return refused.information().stream().anyMatch(entry -> entry.code().equals(information));
  }

  /** Whether this data set is never taken: 「本人確認情報ファイル」, 「送付先情報ファイル」. */
  public boolean isRefused(ItemCode dataSet) {
    return refused.dataSets().stream().anyMatch(entry -> entry.code().equals(dataSet));
  }
}
