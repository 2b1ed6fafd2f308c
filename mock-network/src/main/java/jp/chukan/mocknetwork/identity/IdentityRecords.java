package jp.chukan.mocknetwork.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.connection.Vault;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 本人確認情報 as one system keeps it: every version of a person, encrypted, found by 住民票コード or 個人番号.
 * Nothing is ever changed; what is older than its retention is removed by the system.
 */
public final class IdentityRecords {
  private final CountrySystem owner;
  private final JdbcClient jdbc;
  private final RecordVault<IdentityInformation> vault;

  /**
   * @param owner whose records they are
   * @param vault of that system alone
   */
  public IdentityRecords(CountrySystem owner, JdbcClient jdbc, Vault vault) {
    this.owner = owner;
    this.jdbc = jdbc;
    this.vault = new RecordVault<>(vault, IdentityInformation.class);
  }

  /** The newest of this 住民票コード, of whichever municipality. */
  public Optional<IdentityInformation> current(ResidentRecordCode code) {
    return newest("record_index", vault.digest(code.value()));
  }

  /** The newest of this 個人番号. */
  public Optional<IdentityInformation> current(IndividualNumber number) {
    return newest("number_index", vault.digest(number.value()));
  }

  private Optional<IdentityInformation> newest(String column, byte[] index) {
    return jdbc.sql(
            """
            select body from identity_record where system = ? and %s = ?
             order by number desc limit 1
            """
                .formatted(column))
        .params(owner.label(), index)
        .query(byte[].class)
        .optional()
        .map(vault::open);
  }

  /** Every version of this 住民票コード, oldest first. */
  public List<IdentityInformation> history(ResidentRecordCode code) {
    return jdbc
        .sql(
            """
            select body from identity_record where system = ? and record_index = ? order by number
            """)
        .params(owner.label(), vault.digest(code.value()))
        .query(byte[].class)
        .list()
        .stream()
        .map(vault::open)
        .toList();
  }

  /**
   * Takes a change that passes the checks.
   *
   * @throws jp.chukan.mocknetwork.link.RefusedCallException as {@link IdentityChecks} says
   */
  public void take(IdentityInformation change, Instant at) {
    IdentityChecks.require(
        change, current(change.recordCode()), current(change.individualNumber()));
    jdbc.sql(
            """
            insert into identity_record
              (system, record_index, number_index, removal, taken_at, body)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            owner.label(),
            vault.digest(change.recordCode().value()),
            vault.digest(change.individualNumber().value()),
            change.reason().isRemoval(),
            Timestamp.from(at),
            vault.seal(change))
        .update();
  }

  /**
   * Removes what ended before this moment (JN-32): persons who are 消除, with their history.
   *
   * @return how many persons
   */
  public int removeEndedBefore(Instant moment) {
    return jdbc.sql(
            """
            with ended as (
              select distinct on (record_index) record_index, removal, taken_at
                from identity_record where system = :system
               order by record_index, number desc),
            gone as (
              delete from identity_record r using ended e
               where r.system = :system and r.record_index = e.record_index
                 and e.removal and e.taken_at < :moment
              returning r.record_index)
            select count(distinct record_index) from gone
            """)
        .param("system", owner.label())
        .param("moment", Timestamp.from(moment))
        .query(Integer.class)
        .single();
  }
}
