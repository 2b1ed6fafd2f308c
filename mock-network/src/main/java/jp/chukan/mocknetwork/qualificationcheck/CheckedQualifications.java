package jp.chukan.mocknetwork.qualificationcheck;

import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.SystemVaults;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The newest 資格情報 of everybody, encrypted, found by 記号・番号・枝番. */
@Component
public final class CheckedQualifications {
  private final JdbcClient jdbc;
  private final RecordVault<Qualification> vault;

  CheckedQualifications(JdbcClient jdbc, SystemVaults vaults) {
    this.jdbc = jdbc;
    this.vault =
        new RecordVault<>(
            vaults.of(CountrySystem.only(SystemKind.QUALIFICATION_CHECK)), Qualification.class);
  }

  /**
   * Keeps what is newer.
   *
   * @return whether it was
   */
  boolean keep(Qualification qualification) {
    return jdbc.sql(
                """
                insert into checked_qualification (insured_index, municipality, version, body)
                values (?, ?, ?, ?)
                on conflict (insured_index) do update
                  set version = excluded.version, body = excluded.body
                where checked_qualification.version < excluded.version
                """)
            .params(
                index(qualification.insured()),
                qualification.municipality(),
                qualification.version(),
                vault.seal(qualification))
            .update()
        == 1;
  }

  Optional<Qualification> find(InsuredNumber insured) {
    return jdbc.sql("select body from checked_qualification where insured_index = ?")
        .param(index(insured))
        .query(byte[].class)
        .optional()
        .map(vault::open);
  }

  /** Everybody whom a municipality insures or insured. */
  public List<Qualification> of(String municipality) {
    return jdbc
        .sql("select body from checked_qualification where municipality = ?")
        .param(municipality)
        .query(byte[].class)
        .list()
        .stream()
        .map(vault::open)
        .toList();
  }

  byte[] index(InsuredNumber insured) {
    return vault.digest(insured.joined());
  }
}
