package jp.chukan.mocknetwork.nationalserver;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.identityprovision.ProvisionKind;
import jp.chukan.mocknetwork.identityprovision.ProvisionRecords;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.specialmovein.DepartureCertificate;
import jp.chukan.mocknetwork.specialmovein.DepartureQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Holds 転出証明書情報 between 転出 and 転入: for the next municipality alone, which gets it once, and erased
 * then (JN-40). What nobody fetches is erased after two months.
 */
@Component
public final class HoldCertificates {
  private static final Duration PATIENCE = Duration.ofDays(60);

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final RecordVault<DepartureCertificate> vault;
  private final ProvisionRecords records;
  private final InstantSource clock;

  HoldCertificates(
      JdbcClient jdbc,
      TransactionOperations transaction,
      IdentityFiles files,
      ProvisionRecords records,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.vault = new RecordVault<>(files.vaultOf(NationalServer.SELF), DepartureCertificate.class);
    this.records = records;
    this.clock = clock;
  }

  /**
   * Keeps one; a later one of the same person takes its place.
   *
   * @throws RefusedCallException FORBIDDEN_SENDER when it is not of that prefecture
   */
  DepartureCertificate.Deposited deposit(CountrySystem from, DepartureCertificate certificate) {
    if (!certificate.from().startsWith(from.place())) {
      throw new RefusedCallException(Fault.FORBIDDEN_SENDER, "from");
    }
    jdbc.sql(
            """
            insert into departure_certificate (record_index, deposited_at, body) values (?, ?, ?)
            on conflict (record_index)
            do update set deposited_at = excluded.deposited_at, body = excluded.body
            """)
        .params(
            vault.digest(certificate.recordCode().value()),
            Timestamp.from(clock.instant()),
            vault.seal(certificate))
        .update();
    return new DepartureCertificate.Deposited();
  }

  /**
   * Gives it away.
   *
   * @throws RefusedCallException UNKNOWN when there is none, or no more; FORBIDDEN_SENDER for any
   *     municipality but the next, for which it stays
   */
  DepartureCertificate fetch(CountrySystem from, DepartureQuery query) {
    query.requireFrom(from);
    try {
      DepartureCertificate certificate =
          Objects.requireNonNull(transaction.execute(open -> takeOut(query)));
      records.provided(
          NationalServer.SELF,
          query.requester(),
          ProvisionKind.SPECIAL_MOVE_IN,
          query.occasion(),
          List.of(query.recordCode()));
      return certificate;
    } catch (RefusedCallException refused) {
      records.refused(
          NationalServer.SELF,
          query.requester(),
          ProvisionKind.SPECIAL_MOVE_IN,
          query.occasion(),
          Optional.of(query.recordCode()),
          refused.fault());
      throw refused;
    }
  }

  private DepartureCertificate takeOut(DepartureQuery query) {
    DepartureCertificate certificate =
        jdbc.sql("delete from departure_certificate where record_index = ? returning body")
            .param(vault.digest(query.recordCode().value()))
            .query(byte[].class)
            .optional()
            .map(vault::open)
            .orElseThrow(() -> new RefusedCallException(Fault.UNKNOWN, "recordCode"));
    if (!certificate.to().equals(query.requester())) {
      // thrown inside the transaction: it stays for whom it is meant
      throw new RefusedCallException(Fault.FORBIDDEN_SENDER, "requester");
    }
    return certificate;
  }

  /** Whether the certificate of a person waits. */
  public boolean holds(ResidentRecordCode person) {
    return jdbc.sql("select count(*) from departure_certificate where record_index = ?")
            .param(vault.digest(person.value()))
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Erases what nobody fetched. */
  public int removeForgotten(Instant now) {
    return jdbc.sql("delete from departure_certificate where deposited_at < ?")
        .param(Timestamp.from(now.minus(PATIENCE)))
        .update();
  }
}
