package jp.chukan.mocknetwork.supplementserver;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.supplement.SupplementChange;
import jp.chukan.mocknetwork.supplement.SupplementInformation;
import jp.chukan.mocknetwork.supplement.SupplementLoad;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 「附票本人確認情報の更新」: a server takes what its source sends, and the one of a prefecture tells the
 * 附票全国サーバ in the same transaction (G:51, G:757). There is no other way in (JN-26).
 */
@Component
final class TakeSupplements {
  private final SupplementServers servers;
  private final KeptMessages messages;
  private final InstantSource clock;
  private final TransactionOperations transaction;

  TakeSupplements(
      SupplementServers servers,
      KeptMessages messages,
      InstantSource clock,
      TransactionOperations transaction) {
    this.servers = servers;
    this.messages = messages;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * Takes a change.
   *
   * @throws RefusedCallException FORBIDDEN_SENDER for a 附票 of another municipality or prefecture
   *     (JN-09), or as {@link jp.chukan.mocknetwork.supplement.SupplementChecks} says
   */
  SupplementChange.Taken change(CountrySystem owner, CountrySystem from, SupplementChange change) {
    requireOwn(from, change.information());
    transaction.executeWithoutResult(
        status -> {
          SupplementRecords records = servers.recordsOf(owner);
          records.lock();
          records.take(change, clock.instant());
          tellNational(owner, SupplementChange.MESSAGE, change);
        });
    return new SupplementChange.Taken(change.version());
  }

  /**
   * Takes those that are not there yet, as they are (初期移行).
   *
   * @throws RefusedCallException FORBIDDEN_SENDER for a 附票 of another municipality or prefecture
   */
  SupplementLoad.Loaded load(CountrySystem owner, CountrySystem from, SupplementLoad load) {
    load.entries().forEach(entry -> requireOwn(from, entry.information()));
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              SupplementRecords records = servers.recordsOf(owner);
              records.lock();
              List<SupplementChange> missing =
                  load.entries().stream().filter(entry -> isMissing(records, entry)).toList();
              missing.forEach(entry -> records.put(entry, clock.instant()));
              tellNational(owner, SupplementLoad.MESSAGE, new SupplementLoad(missing));
              return new SupplementLoad.Loaded(missing.size());
            }));
  }

  private static boolean isMissing(SupplementRecords records, SupplementChange entry) {
    SupplementInformation information = entry.information();
    return records.current(information.recordCode(), information.managingMunicipality()).isEmpty();
  }

  private void tellNational(CountrySystem owner, String message, Object body) {
    if (owner.kind() == SystemKind.SUPPLEMENT_PREFECTURAL_SERVER) {
      messages.keep(owner, SupplementServers.NATIONAL, message, body);
    }
  }

  /** A municipality, or a prefecture, sends its own alone (JN-09). */
  static void requireOwn(CountrySystem from, SupplementInformation information) {
    if (!information.managingMunicipality().startsWith(from.place())) {
      throw new RefusedCallException(Fault.FORBIDDEN_SENDER, "managingMunicipality");
    }
  }
}
