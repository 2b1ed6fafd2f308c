package jp.chukan.mocknetwork.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.connection.Vault;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 本人確認情報 as one system keeps it: every version of a person, encrypted, found by 住民票コード or 個人番号.
 * Nothing is ever changed; what is older than its retention is removed by the system.
 */
public final class IdentityRecords {
  private static final int AT_ONCE = 500;

  private final CountrySystem owner;
  private final JdbcTemplate batches;
  private final JdbcClient jdbc;
  private final RecordVault<IdentityInformation> vault;

  /**
   * @param owner whose records they are
   * @param vault of that system alone
   */
  IdentityRecords(CountrySystem owner, JdbcTemplate batches, Vault vault) {
    this.owner = owner;
    this.batches = batches;
    this.jdbc = JdbcClient.create(batches);
    this.vault = new RecordVault<>(vault, IdentityInformation.class);
  }

  /** What a 住民票コード stands for now: where the person lives, else lived last. */
  public Optional<IdentityInformation> current(ResidentRecordCode code) {
    return new KnownPersons(history(code)).current(code);
  }

  /** The same, of whoever has this 個人番号. */
  public Optional<IdentityInformation> current(IndividualNumber number) {
    var known = new KnownPersons(versions("number_index = ?", vault.digest(number.value())));
    return known.holder(number).flatMap(this::current);
  }

  /**
   * A version and when it came.
   *
   * @param takenAt 通知を受けた日時
   * @param version what it says
   */
  public record Kept(Instant takenAt, IdentityInformation version) {}

  /** Every version of this 住民票コード with its time, oldest first. */
  public List<Kept> kept(ResidentRecordCode code) {
    return jdbc.sql(
            """
            select taken_at, body from identity_record where system = ? and record_index = ?
             order by number
            """)
        .params(owner.label(), vault.digest(code.value()))
        .query(
            (row, n) ->
                new Kept(
                    row.getTimestamp("taken_at").toInstant(), vault.open(row.getBytes("body"))))
        .list();
  }

  /** Every version of this 住民票コード, oldest first. */
  public List<IdentityInformation> history(ResidentRecordCode code) {
    return versions("record_index = ?", vault.digest(code.value()));
  }

  /** Everybody who has this name now. */
  public List<IdentityInformation> named(String name) {
    return currentOf(
            versions(
                """
                record_index in (
                  select n.record_index from identity_record n
                   where n.system = identity_record.system and n.name_index = ?)
                """,
                vault.digest(name)))
        .filter(one -> one.person().name().equals(name))
        .toList();
  }

  /** Everybody as of now, each once. */
  public List<IdentityInformation> everybody() {
    return currentOf(versions("true")).toList();
  }

  private static Stream<IdentityInformation> currentOf(List<IdentityInformation> versions) {
    var known = new KnownPersons(versions);
    return versions.stream()
        .map(IdentityInformation::recordCode)
        .distinct()
        .map(code -> known.current(code).orElseThrow());
  }

  /** The newest version of everybody who is or was in a municipality, as that municipality said. */
  public List<IdentityInformation> newestOf(String municipality) {
    List<IdentityInformation> all = versions("municipality = ?", municipality);
    var known = new KnownPersons(all);
    return all.stream()
        .map(IdentityInformation::recordCode)
        .distinct()
        .map(code -> known.at(code, municipality).orElseThrow())
        .toList();
  }

  private List<IdentityInformation> versions(String condition, Object... values) {
    var statement =
        jdbc.sql(
                "select body from identity_record where system = ? and %s order by number"
                    .formatted(condition))
            .param(owner.label());
    for (Object value : values) {
      statement = statement.param(value);
    }
    return statement.query(byte[].class).list().stream().map(vault::open).toList();
  }

  /**
   * Takes changes that pass the checks, all or none, in the open transaction.
   *
   * @throws jp.chukan.mocknetwork.link.RefusedCallException as {@link IdentityChecks} says
   */
  public void take(List<IdentityInformation> changes, Instant at) {
    KnownPersons known = lockAndFind(changes);
    for (IdentityInformation change : changes) {
      IdentityChecks.require(change, known);
      known.add(change);
    }
    insert(changes, at);
  }

  /**
   * Takes a version that was corrected by hand, whatever was kept before (JN-38); only number and
   * person must still belong together.
   *
   * @throws jp.chukan.mocknetwork.link.RefusedCallException NUMBER_OF_ANOTHER when they do not
   */
  public void correct(IdentityInformation corrected, Instant at) {
    lockAndFind(List.of(corrected)).requireNumberOf(corrected);
    insert(List.of(corrected), at);
  }

  /** What is kept of all whom the changes are about, while nobody else changes anything. */
  private KnownPersons lockAndFind(List<IdentityInformation> changes) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("identity " + owner.label())
        .query((row, n) -> n)
        .list();
    return new KnownPersons(
        versions(
            "(record_index = any(?) or number_index = any(?))",
            changes.stream()
                .map(one -> vault.digest(one.recordCode().value()))
                .toArray(byte[][]::new),
            changes.stream()
                .map(one -> vault.digest(one.individualNumber().value()))
                .toArray(byte[][]::new)));
  }

  private void insert(List<IdentityInformation> changes, Instant at) {
    batches.batchUpdate(
        """
        insert into identity_record
          (system, record_index, number_index, name_index, municipality, removal, taken_at, body)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        changes,
        AT_ONCE,
        (statement, change) -> {
          statement.setString(1, owner.label());
          statement.setBytes(2, vault.digest(change.recordCode().value()));
          statement.setBytes(3, vault.digest(change.individualNumber().value()));
          statement.setBytes(4, vault.digest(change.person().name()));
          statement.setString(5, change.municipality());
          statement.setBoolean(6, change.reason().isRemoval());
          statement.setTimestamp(7, Timestamp.from(at));
          statement.setBytes(8, vault.seal(change));
        });
  }

  /**
   * Removes what ended before this moment (JN-32): persons who are 消除 everywhere, with their
   * history.
   *
   * @return how many persons
   */
  public int removeEndedBefore(Instant moment) {
    return jdbc.sql(
            """
            with newest as (
              select distinct on (record_index, municipality) record_index, removal, taken_at
                from identity_record where system = :system
               order by record_index, municipality, number desc),
            ended as (
              select record_index from newest group by record_index
              having bool_and(removal) and max(taken_at) < :moment),
            gone as (
              delete from identity_record r using ended e
               where r.system = :system and r.record_index = e.record_index
              returning r.record_index)
            select count(distinct record_index) from gone
            """)
        .param("system", owner.label())
        .param("moment", Timestamp.from(moment))
        .query(Integer.class)
        .single();
  }
}
