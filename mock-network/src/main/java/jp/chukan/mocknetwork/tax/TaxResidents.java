package jp.chukan.mocknetwork.tax;

import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.SystemVaults;
import jp.chukan.mocknetwork.residentnotice.ResidentCopies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The residents as each 税務システム knows them, under its own key. */
@Component
final class TaxResidents {
  private final JdbcClient jdbc;
  private final SystemVaults vaults;

  TaxResidents(JdbcClient jdbc, SystemVaults vaults) {
    this.jdbc = jdbc;
    this.vaults = vaults;
  }

  /** Those of one municipality. */
  ResidentCopies at(String place) {
    var system = new CountrySystem(SystemKind.TAX, place);
    return new ResidentCopies(system, jdbc, vaults.of(system));
  }
}
