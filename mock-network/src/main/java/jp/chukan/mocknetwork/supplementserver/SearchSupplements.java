package jp.chukan.mocknetwork.supplementserver;

import java.util.List;
import java.util.function.Supplier;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.link.UnreachableSystemException;
import jp.chukan.mocknetwork.supplement.SupplementInformation;
import jp.chukan.mocknetwork.supplement.SupplementSearch;
import jp.chukan.mocknetwork.supplementserver.SupplementUses.Asked;
import jp.chukan.mocknetwork.supplementserver.SupplementUses.PutOut;
import org.springframework.stereotype.Component;

/** 「検索」 in a server's own file, and 「附票全国サーバへの照会」 (G:51, G:757, JN-10, JN-13). */
@Component
final class SearchSupplements {
  private final SupplementServers servers;
  private final SupplementAffairs affairs;
  private final SupplementUses uses;
  private final Systems systems;

  SearchSupplements(
      SupplementServers servers, SupplementAffairs affairs, SupplementUses uses, Systems systems) {
    this.servers = servers;
    this.affairs = affairs;
    this.uses = uses;
    this.systems = systems;
  }

  /**
   * Searches the file of the server that is asked.
   *
   * @throws RefusedCallException FORBIDDEN_AFFAIR for a 事務 that it is not for; TOO_FEW_CONDITIONS
   *     without 氏名 and one more
   */
  SupplementSearch.Found own(CountrySystem owner, CountrySystem from, SupplementSearch search) {
    return found(
        owner,
        from,
        SupplementUse.Kind.SEARCH,
        search,
        () -> servers.recordsOf(owner).search(search.conditions()));
  }

  /** A server of a prefecture asks the one of the country, which searches and records as well. */
  SupplementSearch.Found national(
      CountrySystem owner, CountrySystem from, SupplementSearch search) {
    return found(owner, from, SupplementUse.Kind.INQUIRY, search, () -> ask(owner, search));
  }

  private SupplementSearch.Found found(
      CountrySystem owner,
      CountrySystem from,
      SupplementUse.Kind kind,
      SupplementSearch search,
      Supplier<List<SupplementInformation>> where) {
    return uses.recorded(
        new Asked(owner, from, kind, search.purpose(), false, search.conditions().recordCode()),
        () -> {
          affairs.require(search.purpose(), false);
          search.conditions().requireEnough();
          List<SupplementInformation> persons = where.get();
          return new PutOut<>(new SupplementSearch.Found(persons), persons);
        });
  }

  private List<SupplementInformation> ask(CountrySystem owner, SupplementSearch search) {
    try {
      return systems
          .send(
              owner,
              SupplementServers.NATIONAL,
              SupplementSearch.INQUIRY,
              search,
              SupplementSearch.Found.class)
          .persons()
          .stream()
          // what another server answers is not believed to be what was asked for (JN-13)
          .filter(search.conditions()::meet)
          .toList();
    } catch (UnreachableSystemException later) {
      throw new RefusedCallException(Fault.NOT_READY, SupplementSearch.INQUIRY);
    }
  }
}
