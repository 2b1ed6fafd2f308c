package jp.chukan.mocknetwork.municipalserver;

import jp.chukan.mocknetwork.consistency.ConsistencyCheck;
import jp.chukan.mocknetwork.consistency.ConsistencyResult;
import jp.chukan.mocknetwork.consistency.ConsistencyResults;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;

/**
 * 「整合性確認」 with the 都道府県サーバ: digests of everybody go up, the result comes back as a notice (JN-07,
 * G:122).
 */
@Component
public final class CheckConsistency {
  private final IdentityFiles files;
  private final Systems systems;
  private final ConsistencyResults results;

  CheckConsistency(IdentityFiles files, Systems systems, ConsistencyResults results) {
    this.files = files;
    this.systems = systems;
    this.results = results;
  }

  /**
   * Sends everybody's digests.
   *
   * @param municipality five digits
   * @return how many persons are compared
   */
  public int begin(String municipality) {
    var owner = new CountrySystem(SystemKind.MUNICIPAL_SERVER, municipality);
    return systems
        .send(
            owner,
            new CountrySystem(SystemKind.PREFECTURAL_SERVER, owner.prefecture()),
            ConsistencyCheck.MESSAGE,
            ConsistencyCheck.of(municipality, files.of(owner).newestOf(municipality)),
            ConsistencyCheck.Begun.class)
        .entries();
  }

  ConsistencyResult.Noted note(CountrySystem owner, ConsistencyResult result) {
    results.keep(owner, result);
    return new ConsistencyResult.Noted(result.findings().size());
  }
}
