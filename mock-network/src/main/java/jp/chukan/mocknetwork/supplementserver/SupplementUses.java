package jp.chukan.mocknetwork.supplementserver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.supplement.Purpose;
import jp.chukan.mocknetwork.supplement.SupplementInformation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The record of everything that the servers of 附票 put out, and of what they refused, with time,
 * operator and 事務 (JN-11, JN-12, JN-37). What cannot be recorded is not put out.
 */
@Component
final class SupplementUses {
  private final SupplementServers servers;
  private final JdbcClient jdbc;
  private final InstantSource clock;

  SupplementUses(SupplementServers servers, JdbcClient jdbc, InstantSource clock) {
    this.servers = servers;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What is asked for.
   *
   * @param owner server that is asked
   * @param from system that asks
   * @param purpose who and for what
   * @param individualNumber whether the 個人番号 is to go along
   * @param asked whose it is to be, when they are named by 住民票コード
   */
  record Asked(
      CountrySystem owner,
      CountrySystem from,
      SupplementUse.Kind kind,
      Purpose purpose,
      boolean individualNumber,
      Optional<ResidentRecordCode> asked) {}

  /**
   * What came of it.
   *
   * @param reply what goes out
   * @param persons about whom it is
   */
  record PutOut<R>(R reply, List<SupplementInformation> persons) {}

  /**
   * Decides, and records what was decided before anything goes out.
   *
   * @throws RefusedCallException when it was decided so, which is recorded as well
   */
  <R> R recorded(Asked asked, Supplier<PutOut<R>> decision) {
    PutOut<R> putOut;
    try {
      putOut = decision.get();
    } catch (RefusedCallException refused) {
      append(asked, asked.asked().stream().toList(), Optional.of(refused.fault()));
      throw refused;
    }
    append(
        asked,
        putOut.persons().stream().map(SupplementInformation::recordCode).toList(),
        Optional.empty());
    return putOut.reply();
  }

  private void append(Asked asked, List<ResidentRecordCode> persons, Optional<Fault> fault) {
    UUID use = UUID.randomUUID();
    if (persons.isEmpty()) {
      append(asked, use, Optional.empty(), fault);
    }
    persons.forEach(person -> append(asked, use, Optional.of(person), fault));
  }

  private void append(
      Asked asked, UUID use, Optional<ResidentRecordCode> person, Optional<Fault> fault) {
    SupplementRecords records = servers.recordsOf(asked.owner());
    jdbc.sql(
            """
            insert into supplement_use
              (use, system, at, kind, requester, operator, affair, subject_index,
               individual_number, fault)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            use,
            asked.owner().label(),
            Timestamp.from(clock.instant()),
            asked.kind().name(),
            asked.from().label(),
            asked.purpose().operator(),
            asked.purpose().affair(),
            person.map(code -> records.digest(code.value())).orElse(null),
            asked.individualNumber() && fault.isEmpty(),
            fault.map(Fault::name).orElse(null))
        .update();
  }

  /** What was asked about a person, oldest first (MU-03). */
  List<SupplementUse> about(CountrySystem owner, ResidentRecordCode person) {
    return jdbc.sql(
            """
            select * from supplement_use where system = ? and subject_index = ? order by number
            """)
        .params(owner.label(), servers.recordsOf(owner).digest(person.value()))
        .query(SupplementUses::use)
        .list();
  }

  /** What an operator asked for, oldest first (MU-03). */
  List<SupplementUse> by(CountrySystem owner, String operator) {
    return jdbc.sql(
            "select * from supplement_use where system = ? and operator = ? order by number")
        .params(owner.label(), operator)
        .query(SupplementUses::use)
        .list();
  }

  private static SupplementUse use(ResultSet row, int index) throws SQLException {
    return new SupplementUse(
        row.getTimestamp("at").toInstant(),
        SupplementUse.Kind.valueOf(row.getString("kind")),
        row.getString("requester"),
        row.getString("operator"),
        row.getString("affair"),
        row.getBoolean("individual_number"),
        Optional.ofNullable(row.getString("fault")).map(Fault::valueOf));
  }
}
