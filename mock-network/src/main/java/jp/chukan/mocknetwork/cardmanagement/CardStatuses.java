package jp.chukan.mocknetwork.cardmanagement;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.identity.CardStatus;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.person.SerialNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 「カード運用状況」 of every card, as each system knows it last; encrypted under the key of the system. */
@Component
public final class CardStatuses {
  private final JdbcClient jdbc;
  private final IdentityFiles files;

  CardStatuses(JdbcClient jdbc, IdentityFiles files) {
    this.jdbc = jdbc;
    this.files = files;
  }

  /**
   * Takes a newer status, in the open transaction.
   *
   * @throws RefusedCallException SUPERSEDED when it is not newer, NUMBER_OF_ANOTHER when the card
   *     is somebody else's, ALREADY_REMOVED when the card has ended
   */
  public void take(CountrySystem owner, CardStatus status, Instant at) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("card " + owner.label())
        .query((row, n) -> n)
        .list();
    current(owner, status.serialNumber()).ifPresent(last -> requireToFollow(status, last));
    RecordVault<CardStatus> vault = vaultOf(owner);
    jdbc.sql(
            """
            insert into card_status (system, serial_index, record_index, taken_at, body)
            values (?, ?, ?, ?, ?)
            on conflict (system, serial_index)
            do update set taken_at = excluded.taken_at, body = excluded.body
            """)
        .params(
            owner.label(),
            vault.digest(status.serialNumber().value()),
            vault.digest(status.recordCode().value()),
            Timestamp.from(at),
            vault.seal(status))
        .update();
  }

  private static void requireToFollow(CardStatus status, CardStatus last) {
    if (!status.recordCode().equals(last.recordCode())) {
      throw new RefusedCallException(Fault.NUMBER_OF_ANOTHER, "recordCode");
    }
    if (status.version() <= last.version()) {
      throw new RefusedCallException(Fault.SUPERSEDED, "version");
    }
    if (last.state() == CardStatus.State.ENDED) {
      throw new RefusedCallException(Fault.ALREADY_REMOVED, "state");
    }
  }

  /** What is known of a card; empty when nothing is. */
  public Optional<CardStatus> current(CountrySystem owner, SerialNumber serialNumber) {
    return jdbc.sql("select body from card_status where system = ? and serial_index = ?")
        .params(owner.label(), vaultOf(owner).digest(serialNumber.value()))
        .query(byte[].class)
        .optional()
        .map(vaultOf(owner)::open);
  }

  /** Every card of a person. */
  public List<CardStatus> of(CountrySystem owner, ResidentRecordCode person) {
    return jdbc
        .sql("select body from card_status where system = ? and record_index = ? order by taken_at")
        .params(owner.label(), vaultOf(owner).digest(person.value()))
        .query(byte[].class)
        .list()
        .stream()
        .map(vaultOf(owner)::open)
        .toList();
  }

  /** Every card that a system knows. */
  public List<CardStatus> all(CountrySystem owner) {
    return jdbc
        .sql("select body from card_status where system = ?")
        .param(owner.label())
        .query(byte[].class)
        .list()
        .stream()
        .map(vaultOf(owner)::open)
        .toList();
  }

  private RecordVault<CardStatus> vaultOf(CountrySystem owner) {
    return new RecordVault<>(files.vaultOf(owner), CardStatus.class);
  }
}
