package jp.chukan.gateway.crypto;

import java.time.InstantSource;
import jp.chukan.contract.code.InstitutionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Destroys the data keys of an institution (MS-64): what they encrypted is there and nobody reads
 * it again, on no node and under no master key. Evidence stays provable: leaves and heads are
 * hashes.
 */
@Component
public class DestroyDataKeys {
  private final StoredDataKeys keys;
  private final InstantSource clock;

  public DestroyDataKeys(JdbcClient jdbc, InstantSource clock) {
    this.keys = new StoredDataKeys(jdbc);
    this.clock = clock;
  }

  /**
   * Destroys them in the open transaction of the institution, all of them.
   *
   * @return false when there never was any; true also when it was done before
   */
  public boolean destroy(InstitutionCode institution) {
    if (keys.all(institution).isEmpty()) {
      return false;
    }
    keys.destroy(institution, clock.instant());
    return true;
  }
}
