package jp.chukan.gateway.console;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.gateway.institution.InstitutionSearch;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.layout.LayoutItem;
import jp.chukan.gateway.layout.StandardLayout;
import jp.chukan.gateway.layout.StandardLayouts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names for codes, where the 「機関マスタ」 and the layouts know one. */
@Component
class Names {
  private final InstitutionSearch institutions;
  private final StandardLayouts layouts;
  private final InstantSource clock;

  Names(InstitutionSearch institutions, StandardLayouts layouts, InstantSource clock) {
    this.institutions = institutions;
    this.layouts = layouts;
    this.clock = clock;
  }

  /** Names of the institutions of one page; asked once for all of them. */
  Map<InstitutionCode, String> institutions(Collection<? extends @Nullable InstitutionCode> codes) {
    Set<InstitutionCode> known = new HashSet<>();
    for (InstitutionCode code : codes) {
      if (code != null) {
        known.add(code);
      }
    }
    return institutions.names(known);
  }

  /**
   * What the layout says of an item: that of this edition, or the newest where none is given or it
   * is not in force.
   */
  Optional<LayoutItem> item(
      SpecificPersonalInformationCode information, @Nullable LayoutEdition edition, ItemCode code) {
    LocalDate today = JapanDay.of(clock.instant());
    return Optional.ofNullable(edition)
        .flatMap(given -> layouts.find(information, given, today))
        .or(() -> layouts.newest(information, today))
        .flatMap(layout -> layout.item(code));
  }

  /** Name of an item, empty where the newest layout has none. */
  public String item(SpecificPersonalInformationCode information, ItemCode code) {
    return item(information, null, code).map(LayoutItem::name).orElse("");
  }

  /** 「特定個人情報名」, or the code itself where no layout in force names it. */
  public String information(@Nullable SpecificPersonalInformationCode information) {
    return information == null
        ? ""
        : layouts
            .newest(information, JapanDay.of(clock.instant()))
            .map(StandardLayout::name)
            .orElse(information.value());
  }
}
