package jp.chukan.gateway.replica;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.document.SelfInformation.OwnItem;
import jp.chukan.contract.document.SelfInformation.OwnReplica;
import jp.chukan.gateway.layout.LayoutItem;
import jp.chukan.gateway.layout.StandardLayout;
import jp.chukan.gateway.layout.StandardLayouts;
import org.springframework.stereotype.Component;

/** The 「副本」 of a person as the person may see them; in the open transaction of the institution. */
@Component
public class OwnReplicas {
  private final StoredReplicas replicas;
  private final StandardLayouts layouts;

  OwnReplicas(StoredReplicas replicas, StandardLayouts layouts) {
    this.replicas = replicas;
    this.layouts = layouts;
  }

  /** What the information is called, empty for one that is not kept here. */
  public Optional<String> nameOf(SpecificPersonalInformationCode information, LocalDate today) {
    return layouts.newest(information, today).map(StandardLayout::name);
  }

  /**
   * What is published today and may be shown. Empty for every reason not to show: none is stored,
   * it is 「自動応答不可」 or 「不開示」, or it does not follow a layout in force. Who sees that nothing is
   * shown does not learn which.
   */
  public List<OwnReplica> shown(
      InstitutionCode institution,
      UnifiedAddresseeNumber addressee,
      SpecificPersonalInformationCode information,
      LocalDate today) {
    WantedPeriod now = WantedPeriod.on(today);
    List<StoredReplica> published =
        replicas.load(institution, addressee, information).stream()
            .filter(one -> now.isMetBy(one.publishedFrom(), one.publishedTo()))
            .toList();
    boolean held =
        published.stream().anyMatch(one -> one.responseMode() == ResponseMode.APPROVAL_REQUIRED);
    if (held) {
      return List.of();
    }
    List<OwnReplica> shown = new ArrayList<>();
    for (StoredReplica replica : published) {
      Optional<StandardLayout> layout = layouts.find(information, replica.edition(), today);
      if (layout.isEmpty()) {
        return List.of();
      }
      if (!isWithheld(replica)) {
        shown.add(new OwnReplica(replica.edition(), items(layout.get(), replica)));
      }
    }
    return shown;
  }

  private static boolean isWithheld(StoredReplica replica) {
    NonDisclosureCode code = replica.nonDisclosure();
    return code != null && code.withholds();
  }

  /** In the order of the layout; what it does not name is not shown (MS-14). */
  private static List<OwnItem> items(StandardLayout layout, StoredReplica replica) {
    List<OwnItem> items = new ArrayList<>();
    for (LayoutItem item : layout.items()) {
      String value = replica.items().get(item.code());
      if (value != null) {
        items.add(new OwnItem(item.code(), item.name(), value, item.codes().get(value)));
      }
    }
    return items;
  }
}
