package jp.chukan.mocknetwork.insurancetally;

import java.util.Optional;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemVaults;
import jp.chukan.mocknetwork.qualificationcheck.InsuredNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The insured persons of each prefecture, encrypted under the key of its system. */
@Component
final class TallyMembers {
  private final JdbcClient jdbc;
  private final SystemVaults vaults;

  TallyMembers(JdbcClient jdbc, SystemVaults vaults) {
    this.jdbc = jdbc;
    this.vaults = vaults;
  }

  private RecordVault<TallyMember> vault(CountrySystem tally) {
    return new RecordVault<>(vaults.of(tally), TallyMember.class);
  }

  /** A person, for as long as the open transaction lasts for it alone. */
  Optional<TallyMember> find(CountrySystem tally, InsuredNumber insured) {
    return jdbc.sql(
            """
            select body from tally_member where prefecture = ? and insured_index = ? for update
            """)
        .params(tally.place(), vault(tally).digest(insured.joined()))
        .query(byte[].class)
        .optional()
        .map(vault(tally)::open);
  }

  void keep(CountrySystem tally, InsuredNumber insured, TallyMember member) {
    jdbc.sql(
            """
            insert into tally_member (prefecture, insured_index, body) values (?, ?, ?)
            on conflict (prefecture, insured_index) do update set body = excluded.body
            """)
        .params(tally.place(), vault(tally).digest(insured.joined()), vault(tally).seal(member))
        .update();
  }
}
