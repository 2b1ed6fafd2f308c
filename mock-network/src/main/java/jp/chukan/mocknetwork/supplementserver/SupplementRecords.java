package jp.chukan.mocknetwork.supplementserver;

import static java.util.Comparator.comparing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.connection.Vault;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.supplement.SupplementChange;
import jp.chukan.mocknetwork.supplement.SupplementChecks;
import jp.chukan.mocknetwork.supplement.SupplementConditions;
import jp.chukan.mocknetwork.supplement.SupplementInformation;
import jp.chukan.mocknetwork.supplement.SupplementState;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 「附票本人確認情報ファイル」 of one server: every version, encrypted, of each person one line per municipality
 * that had the 附票.
 */
final class SupplementRecords {
  /** The newest version of each line. */
  private static final String NEWEST =
      """
      select distinct on (record_index, municipality) *
        from supplement_record where system = :system
       order by record_index, municipality, number desc
      """;

  private final CountrySystem owner;
  private final JdbcClient jdbc;
  private final RecordVault<SupplementChange> vault;

  SupplementRecords(CountrySystem owner, JdbcClient jdbc, Vault vault) {
    this.owner = owner;
    this.jdbc = jdbc;
    this.vault = new RecordVault<>(vault, SupplementChange.class);
  }

  /** Waits until nobody else changes or reads the file as a whole in an open transaction. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext(?))").param(owner.label()).query().listOfRows();
  }

  /** The newest version that a municipality sent. */
  Optional<SupplementChange> current(ResidentRecordCode code, String municipality) {
    return jdbc.sql(
            """
            select body from supplement_record
             where system = ? and record_index = ? and municipality = ?
             order by number desc limit 1
            """)
        .params(owner.label(), digest(code.value()), municipality)
        .query(byte[].class)
        .optional()
        .map(vault::open);
  }

  /** Every version of this 住民票コード, oldest first. */
  List<SupplementChange> history(ResidentRecordCode code) {
    return jdbc
        .sql(
            """
            select body from supplement_record where system = ? and record_index = ?
             order by number
            """)
        .params(owner.label(), digest(code.value()))
        .query(byte[].class)
        .list()
        .stream()
        .map(vault::open)
        .toList();
  }

  /**
   * Takes a change that passes the checks.
   *
   * @throws jp.chukan.mocknetwork.link.RefusedCallException as {@link SupplementChecks} says
   */
  void take(SupplementChange change, Instant at) {
    SupplementInformation information = change.information();
    SupplementChecks.require(
        change, current(information.recordCode(), information.managingMunicipality()));
    put(change, at);
  }

  /** Puts a 附票 there as it is; there must be none of this person and municipality. */
  void put(SupplementChange change, Instant at) {
    SupplementInformation information = change.information();
    jdbc.sql(
            """
            insert into supplement_record
              (system, municipality, record_index, name_birth_index, name_address_index, removal,
               taken_at, body)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            owner.label(),
            information.managingMunicipality(),
            digest(information.recordCode().value()),
            nameAnd(information.name(), information.birthDate().toString()),
            information.address().map(address -> nameAnd(information.name(), address)).orElse(null),
            information.notice().isRemoval(),
            Timestamp.from(at),
            vault.seal(change))
        .update();
  }

  /**
   * Whoever meets every condition as they are now, each person once: where somebody had a 附票 in
   * several municipalities, the one that stands, or the last.
   */
  List<SupplementInformation> search(SupplementConditions conditions) {
    conditions.requireEnough();
    return candidates(conditions).stream()
        .map(code -> standing(code).information())
        .filter(conditions::meet)
        .sorted(comparing(SupplementInformation::birthDate))
        .toList();
  }

  private List<ResidentRecordCode> candidates(SupplementConditions conditions) {
    if (conditions.recordCode().isPresent()) {
      return conditions.recordCode().stream().filter(code -> !history(code).isEmpty()).toList();
    }
    String name = conditions.name().orElseThrow();
    return conditions
        .birthDate()
        .map(birthDate -> having("name_birth_index", nameAnd(name, birthDate.toString())))
        .orElseGet(
            () -> having("name_address_index", nameAnd(name, conditions.address().orElseThrow())));
  }

  private List<ResidentRecordCode> having(String column, byte[] index) {
    return jdbc
        .sql("select * from (%s) newest where %s = :index".formatted(NEWEST, column))
        .param("system", owner.label())
        .param("index", index)
        .query((row, n) -> vault.open(row.getBytes("body")).information().recordCode())
        .list()
        .stream()
        .distinct()
        .toList();
  }

  private SupplementChange standing(ResidentRecordCode code) {
    return history(code).stream()
        .map(change -> change.information().managingMunicipality())
        .distinct()
        .flatMap(municipality -> current(code, municipality).stream())
        .max(
            comparing(
                    (SupplementChange change) ->
                        change.information().state() != SupplementState.REMOVED)
                .thenComparing(change -> change.information().changedOn()))
        .orElseThrow();
  }

  /**
   * All 附票 as they are now.
   *
   * @param place municipality or prefecture from which they are, or nothing for all
   */
  List<SupplementInformation> everybody(String place) {
    return jdbc
        .sql("select body from (%s) newest where municipality like :place".formatted(NEWEST))
        .param("system", owner.label())
        .param("place", place + "%")
        .query(byte[].class)
        .list()
        .stream()
        .map(body -> vault.open(body).information())
        .toList();
  }

  /**
   * Removes what ended before this moment (JN-32): versions that others took the place of, and
   * those that are 消除.
   *
   * @return how many versions
   */
  int removeEndedBefore(Instant moment) {
    return jdbc.sql(
            """
            with ended as (
              select number,
                     case when lead(taken_at) over following is not null
                          then lead(taken_at) over following
                          when removal then taken_at end as ended_at
                from supplement_record where system = :system
              window following as (partition by record_index, municipality order by number))
            delete from supplement_record
             where number in (select number from ended where ended_at < :moment)
            """)
        .param("system", owner.label())
        .param("moment", Timestamp.from(moment))
        .update();
  }

  /** Tells of whom something is, and not who it is. */
  byte[] digest(String value) {
    return vault.digest(value);
  }

  private byte[] nameAnd(String name, String other) {
    return digest(name + "\n" + other);
  }
}
