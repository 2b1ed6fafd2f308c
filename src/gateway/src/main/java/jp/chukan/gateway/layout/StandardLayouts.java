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
   * @throws IllegalArgumentException when a layout stands twice or is of a refused data set
   */
  StandardLayouts(List<StandardLayout> layouts, RefusedDataSets refused) {
    this.layouts = new HashMap<>();
    this.refused = refused;
    for (StandardLayout layout : layouts) {
      String name = layout.information() + " edition " + layout.edition();
      if (isRefused(layout.information()) || isRefused(layout.dataSet())) {
        throw new IllegalArgumentException(name + ": is of a refused data set");
      }
      if (this.layouts
              .computeIfAbsent(layout.information(), information -> new HashMap<>())
              .put(layout.edition(), layout)
          != null) {
        throw new IllegalArgumentException(name + ": stands twice");
      }
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

  /** The edition in force on that day that came into force last. */
  public Optional<StandardLayout> newest(
      SpecificPersonalInformationCode information, LocalDate day) {
    return layouts.getOrDefault(information, Map.of()).values().stream()
        .filter(layout -> layout.inForceOn(day))
        .max(
            Comparator.comparing(StandardLayout::validFrom)
                .thenComparing(layout -> layout.edition().value()));
  }

  /** The first of the items that no edition in force on that day has; empty when all are there. */
  public Optional<ItemCode> itemOutside(
      SpecificPersonalInformationCode information, List<ItemCode> items, LocalDate day) {
    Set<ItemCode> allowed = new HashSet<>();
    layouts.getOrDefault(information, Map.of()).values().stream()
        .filter(layout -> layout.inForceOn(day))
        .forEach(layout -> layout.items().forEach(item -> allowed.add(item.code())));
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
