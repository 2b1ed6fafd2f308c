package jp.chukan.mocknetwork.identityprovision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The records of each system about who looked at whom (JN-11, JN-12, JN-18); only ever added to.
 */
@Component
public final class ProvisionRecords {
  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final IdentityFiles files;
  private final InstantSource clock;

  ProvisionRecords(
      JdbcClient jdbc,
      TransactionOperations transaction,
      IdentityFiles files,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.files = files;
    this.clock = clock;
  }

  /** Somebody got to see these persons. */
  public void provided(
      CountrySystem owner,
      String requester,
      ProvisionKind kind,
      Occasion occasion,
      List<ResidentRecordCode> persons) {
    append(owner, requester, kind, occasion, persons, persons.size(), Optional.empty());
  }

  /**
   * Somebody was refused.
   *
   * @param person whom it was about, when that was said
   */
  public void refused(
      CountrySystem owner,
      String requester,
      ProvisionKind kind,
      Occasion occasion,
      Optional<ResidentRecordCode> person,
      Fault fault) {
    append(owner, requester, kind, occasion, person.stream().toList(), 0, Optional.of(fault));
  }

  private void append(
      CountrySystem owner,
      String requester,
      ProvisionKind kind,
      Occasion occasion,
      List<ResidentRecordCode> concerned,
      int persons,
      Optional<Fault> fault) {
    RecordVault<Occasion> vault = vaultOf(owner);
    transaction.executeWithoutResult(
        status -> {
          long number =
              jdbc.sql(
                      """
                      insert into identity_provision
                        (system, at, requester, kind, persons, fault, body)
                      values (?, ?, ?, ?, ?, ?, ?) returning number
                      """)
                  .params(
                      owner.label(),
                      Timestamp.from(clock.instant()),
                      requester,
                      kind.name(),
                      persons,
                      fault.map(Fault::name).orElse(null),
                      vault.seal(occasion))
                  .query(Long.class)
                  .single();
          concerned.stream()
              .distinct()
              .forEach(
                  person ->
                      jdbc.sql("insert into identity_provision_person values (?, ?)")
                          .params(number, vault.digest(person.value()))
                          .update());
        });
  }

  /** Everything about one person, oldest first. */
  public List<ProvisionRecord> about(CountrySystem owner, ResidentRecordCode person) {
    return jdbc.sql(
            """
            select p.* from identity_provision p
              join identity_provision_person o on o.number = p.number
             where p.system = ? and o.person_index = ? order by p.number
            """)
        .params(owner.label(), vaultOf(owner).digest(person.value()))
        .query((row, n) -> read(owner, row))
        .list();
  }

  /** Everything of a system after this position, oldest first. */
  public List<ProvisionRecord> after(CountrySystem owner, long number) {
    return jdbc.sql(
            "select * from identity_provision where system = ? and number > ? order by number")
        .params(owner.label(), number)
        .query((row, n) -> read(owner, row))
        .list();
  }

  private RecordVault<Occasion> vaultOf(CountrySystem owner) {
    return new RecordVault<>(files.vaultOf(owner), Occasion.class);
  }

  private ProvisionRecord read(CountrySystem owner, ResultSet row) throws SQLException {
    return new ProvisionRecord(
        row.getLong("number"),
        row.getTimestamp("at").toInstant(),
        row.getString("requester"),
        ProvisionKind.valueOf(row.getString("kind")),
        vaultOf(owner).open(row.getBytes("body")),
        row.getInt("persons"),
        Optional.ofNullable(row.getString("fault")).map(Fault::valueOf));
  }
}
