package jp.chukan.mocknetwork.healthinsurance;

import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.SystemVaults;
import jp.chukan.mocknetwork.residentnotice.ResidentCopies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The residents as each 国民健康保険システム knows them, under its own key. */
@Component
final class InsuredResidents {
  private final JdbcClient jdbc;
  private final SystemVaults vaults;

  InsuredResidents(JdbcClient jdbc, SystemVaults vaults) {
    this.jdbc = jdbc;
    this.vaults = vaults;
  }

  /** Those of one municipality. */
  ResidentCopies at(String place) {
    var system = new CountrySystem(SystemKind.HEALTH_INSURANCE, place);
    return new ResidentCopies(system, jdbc, vaults.of(system));
  }
}
