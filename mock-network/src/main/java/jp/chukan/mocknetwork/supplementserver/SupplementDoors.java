package jp.chukan.mocknetwork.supplementserver;

import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.supplement.SupplementBulkProvision;
import jp.chukan.mocknetwork.supplement.SupplementChange;
import jp.chukan.mocknetwork.supplement.SupplementComparison;
import jp.chukan.mocknetwork.supplement.SupplementComparisonResult;
import jp.chukan.mocknetwork.supplement.SupplementDisclosure;
import jp.chukan.mocknetwork.supplement.SupplementLoad;
import jp.chukan.mocknetwork.supplement.SupplementProvision;
import jp.chukan.mocknetwork.supplement.SupplementSearch;
import org.springframework.stereotype.Component;

/** The doors of 附票都道府県サーバ and 附票全国サーバ: each kind of data has one source (JN-09). */
@Component
final class SupplementDoors {
  private final TakeSupplements updates;
  private final CompareFiles comparing;
  private final ProvideSupplement provision;
  private final ProvideInBulk bulk;
  private final SearchSupplements searching;
  private final PrintDisclosure disclosure;

  SupplementDoors(
      Systems systems,
      SupplementServers servers,
      TakeSupplements updates,
      CompareFiles comparing,
      ProvideSupplement provision,
      ProvideInBulk bulk,
      SearchSupplements searching,
      PrintDisclosure disclosure) {
    this.updates = updates;
    this.comparing = comparing;
    this.provision = provision;
    this.bulk = bulk;
    this.searching = searching;
    this.disclosure = disclosure;
    servers.prefectural().forEach(owner -> openPrefectural(systems, owner));
    openNational(systems);
  }

  private void openPrefectural(Systems systems, CountrySystem owner) {
    openForUpdates(systems, owner, SystemKind.MUNICIPAL_SERVER);
    systems
        .doorOf(owner)
        .takes(
            SupplementComparisonResult.MESSAGE,
            SystemKind.SUPPLEMENT_NATIONAL_SERVER,
            SupplementComparisonResult.class,
            (from, result) -> comparing.keep(owner, result))
        .takes(
            SupplementProvision.MESSAGE,
            SystemKind.EXECUTIVE_BODY,
            SupplementProvision.class,
            (from, request) -> provision.provide(owner, from, request))
        .takes(
            SupplementBulkProvision.MESSAGE,
            SystemKind.EXECUTIVE_BODY,
            SupplementBulkProvision.class,
            (from, request) -> bulk.provide(owner, from, request))
        .takes(
            SupplementSearch.MESSAGE,
            SystemKind.EXECUTIVE_BODY,
            SupplementSearch.class,
            (from, search) -> searching.own(owner, from, search))
        .takes(
            SupplementSearch.INQUIRY,
            SystemKind.EXECUTIVE_BODY,
            SupplementSearch.class,
            (from, search) -> searching.national(owner, from, search))
        .takes(
            SupplementDisclosure.MESSAGE,
            SystemKind.EXECUTIVE_BODY,
            SupplementDisclosure.class,
            (from, request) -> disclosure.print(owner, from, request));
  }

  private void openNational(Systems systems) {
    CountrySystem owner = SupplementServers.NATIONAL;
    openForUpdates(systems, owner, SystemKind.SUPPLEMENT_PREFECTURAL_SERVER);
    systems
        .doorOf(owner)
        .takes(
            SupplementSearch.INQUIRY,
            SystemKind.SUPPLEMENT_PREFECTURAL_SERVER,
            SupplementSearch.class,
            (from, search) -> searching.own(owner, from, search));
  }

  private void openForUpdates(Systems systems, CountrySystem owner, SystemKind source) {
    systems
        .doorOf(owner)
        .takes(
            SupplementChange.MESSAGE,
            source,
            SupplementChange.class,
            (from, change) -> updates.change(owner, from, change))
        .takes(
            SupplementLoad.MESSAGE,
            source,
            SupplementLoad.class,
            (from, load) -> updates.load(owner, from, load))
        .takes(
            SupplementComparison.MESSAGE,
            source,
            SupplementComparison.class,
            (from, comparison) -> comparing.take(owner, from, comparison));
  }
}
