package jp.chukan.mocknetwork.prefecturalserver;

import jp.chukan.mocknetwork.consistency.ConsistencyCheck;
import jp.chukan.mocknetwork.consistency.ConsistencyResult;
import jp.chukan.mocknetwork.consistency.ConsistencyResults;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 「整合性確認」: compares with what a 市町村CS has and notifies it of the result (G:122); has the 全国サーバ
 * compare with what the prefecture has.
 */
@Component
public final class CompareMunicipality {
  private final IdentityFiles files;
  private final Systems systems;
  private final KeptMessages messages;
  private final ConsistencyResults results;
  private final TransactionOperations transaction;

  CompareMunicipality(
      IdentityFiles files,
      Systems systems,
      KeptMessages messages,
      ConsistencyResults results,
      TransactionOperations transaction) {
    this.files = files;
    this.systems = systems;
    this.messages = messages;
    this.results = results;
    this.transaction = transaction;
  }

  ConsistencyCheck.Begun compare(CountrySystem owner, CountrySystem from, ConsistencyCheck check) {
    check.requireFrom(from);
    ConsistencyResult result = check.compareWith(files.of(owner).newestOf(check.municipality()));
    transaction.executeWithoutResult(
        open -> {
          results.keep(owner, result);
          messages.keep(owner, from, ConsistencyResult.MESSAGE, result);
        });
    return new ConsistencyCheck.Begun(check.entries().size());
  }

  /**
   * Asks the 全国サーバ about one municipality, and takes its result down.
   *
   * @param municipality five digits
   */
  public ConsistencyResult compareWithNation(String municipality) {
    var owner = new CountrySystem(SystemKind.PREFECTURAL_SERVER, municipality.substring(0, 2));
    ConsistencyResult result =
        systems.send(
            owner,
            CountrySystem.only(SystemKind.NATIONAL_SERVER),
            ConsistencyCheck.MESSAGE,
            ConsistencyCheck.of(municipality, files.of(owner).newestOf(municipality)),
            ConsistencyResult.class);
    results.keep(owner, result);
    return result;
  }
}
