package jp.chukan.mocknetwork.supplementserver;

import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.link.UnreachableSystemException;
import jp.chukan.mocknetwork.supplement.SupplementChange;
import jp.chukan.mocknetwork.supplement.SupplementComparison;
import jp.chukan.mocknetwork.supplement.SupplementComparisonResult;
import jp.chukan.mocknetwork.supplement.SupplementLoad;
import org.springframework.stereotype.Component;

/**
 * Where the 既存住基システム hands 附票本人確認情報 to the 「市町村CS」, which keeps none of it and passes it on to the
 * 附票都道府県サーバ in its order (G:757).
 */
@Component
final class MunicipalDoors {
  private final Systems systems;
  private final KeptMessages messages;

  MunicipalDoors(Systems systems, KeptMessages messages, CompareFiles comparing) {
    this.systems = systems;
    this.messages = messages;
    for (CountrySystem server : systems.of(SystemKind.MUNICIPAL_SERVER)) {
      systems
          .doorOf(server)
          .takes(
              SupplementChange.MESSAGE,
              SystemKind.RESIDENT_RECORDS,
              SupplementChange.class,
              (from, change) -> pass(server, change))
          .takes(
              SupplementLoad.MESSAGE,
              SystemKind.RESIDENT_RECORDS,
              SupplementLoad.class,
              (from, load) -> pass(server, load))
          .takes(
              SupplementComparison.MESSAGE,
              SystemKind.RESIDENT_RECORDS,
              SupplementComparison.class,
              (from, comparison) -> pass(server, comparison))
          .takes(
              SupplementComparisonResult.MESSAGE,
              SystemKind.SUPPLEMENT_PREFECTURAL_SERVER,
              SupplementComparisonResult.class,
              (from, result) -> comparing.keep(server, result))
          .takes(
              SupplementComparisonResult.Query.MESSAGE,
              SystemKind.RESIDENT_RECORDS,
              SupplementComparisonResult.Query.class,
              (from, query) ->
                  new SupplementComparisonResult.Results(comparing.results(server, query.since())));
    }
  }

  private SupplementChange.Taken pass(CountrySystem server, SupplementChange change) {
    TakeSupplements.requireOwn(server, change.information());
    messages.keep(
        server, SupplementServers.prefecturalOf(server.place()), SupplementChange.MESSAGE, change);
    return new SupplementChange.Taken(change.version());
  }

  private SupplementLoad.Loaded pass(CountrySystem server, SupplementLoad load) {
    try {
      return systems.send(
          server,
          SupplementServers.prefecturalOf(server.place()),
          SupplementLoad.MESSAGE,
          load,
          SupplementLoad.Loaded.class);
    } catch (UnreachableSystemException later) {
      throw new RefusedCallException(Fault.NOT_READY, SupplementLoad.MESSAGE);
    }
  }

  private SupplementComparison.Received pass(
      CountrySystem server, SupplementComparison comparison) {
    comparison.entries().forEach(entry -> TakeSupplements.requireOwn(server, entry));
    messages.keep(
        server,
        SupplementServers.prefecturalOf(server.place()),
        SupplementComparison.MESSAGE,
        comparison);
    return new SupplementComparison.Received(comparison.entries().size());
  }
}
