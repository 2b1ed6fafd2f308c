package jp.chukan.mocknetwork.coresystem;

import java.util.Optional;
import java.util.UUID;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The persons whom the core knows, for whoever steers the country. */
@Component
public final class Persons {
  private final JdbcClient jdbc;
  private final CoreSecret secret;
  private final LinkageCodeMint mint;

  Persons(JdbcClient jdbc, CoreSecret secret, LinkageCodeMint mint) {
    this.jdbc = jdbc;
    this.secret = secret;
    this.mint = mint;
  }

  /** The 「符号」 of a person at an institution; empty when nobody ever asked for one. */
  public Optional<LinkageCode> codeAt(InstitutionCode institution, ResidentRecordCode person) {
    return jdbc.sql("select person_id from core_person where resident_index = ?")
        .param(secret.index(person))
        .query(UUID.class)
        .optional()
        .map(id -> mint.mint(new PersonId(id), institution));
  }
}
