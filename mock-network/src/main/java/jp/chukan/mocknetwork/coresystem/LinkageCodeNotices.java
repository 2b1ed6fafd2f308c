package jp.chukan.mocknetwork.coresystem;

import static java.util.Comparator.comparing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.mocknetwork.carriednumber.CarriedNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The numbers that reached the core, the persons behind them, and which codes have gone out. */
@Component
final class LinkageCodeNotices {
  private final JdbcTemplate batches;
  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final CoreSecret secret;

  LinkageCodeNotices(
      JdbcTemplate batches, JdbcClient jdbc, TransactionOperations transaction, CoreSecret secret) {
    this.batches = batches;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.secret = secret;
  }

  /** A code that has to go out. */
  record Waiting(ProcessingNumber processingNumber, PersonId person) {}

  /** Keeps the numbers; one that is known already stays with the person that it came with first. */
  void keep(List<CarriedNumber> carried, Instant at) {
    // In one order for everybody: two senders of the same persons must not wait for each other.
    List<CarriedNumber> numbers =
        carried.stream().sorted(comparing(one -> one.residentRecordCode().value())).toList();
    if (numbers.isEmpty()) {
      return;
    }
    transaction.executeWithoutResult(
        status -> {
          batches.batchUpdate(
              """
              insert into core_person (person_id, resident_index) values (?, ?)
              on conflict (resident_index) do nothing
              """,
              numbers,
              numbers.size(),
              (statement, number) -> {
                statement.setObject(1, UUID.randomUUID());
                statement.setBytes(2, secret.index(number.residentRecordCode()));
              });
          batches.batchUpdate(
              """
              insert into core_notice (processing_number, institution, person_id, arrived_at)
              select ?, ?, person_id, ? from core_person where resident_index = ?
              on conflict (processing_number) do nothing
              """,
              numbers,
              numbers.size(),
              (statement, number) -> {
                statement.setString(1, number.processingNumber().value());
                statement.setString(2, number.institution().value());
                statement.setTimestamp(3, Timestamp.from(at));
                statement.setBytes(4, secret.index(number.residentRecordCode()));
              });
        });
  }

  /** Who is behind a number; empty when it has not arrived. */
  Optional<PersonId> person(ProcessingNumber number) {
    return jdbc.sql("select person_id from core_notice where processing_number = ?")
        .param(number.value())
        .query(UUID.class)
        .optional()
        .map(PersonId::new);
  }

  List<Waiting> waiting(InstitutionCode institution, int limit) {
    return jdbc.sql(
            """
            select processing_number, person_id from core_notice
            where institution = ? and delivered_at is null and error_code is null
            order by arrived_at, processing_number limit ?
            """)
        .params(institution.value(), limit)
        .query(
            (row, n) ->
                new Waiting(
                    new ProcessingNumber(row.getString(1)),
                    new PersonId(row.getObject(2, UUID.class))))
        .list();
  }

  void delivered(List<Waiting> notices, Instant at) {
    batches.batchUpdate(
        "update core_notice set delivered_at = ? where processing_number = ?",
        notices,
        notices.size(),
        (statement, notice) -> {
          statement.setTimestamp(1, Timestamp.from(at));
          statement.setString(2, notice.processingNumber().value());
        });
  }

  void refused(List<Waiting> notices, String errorCode) {
    batches.batchUpdate(
        "update core_notice set error_code = ? where processing_number = ?",
        notices,
        notices.size(),
        (statement, notice) -> {
          statement.setString(1, errorCode);
          statement.setString(2, notice.processingNumber().value());
        });
  }

  int deliveredTo(InstitutionCode institution) {
    return jdbc.sql(
            """
            select count(*) from core_notice where institution = ? and delivered_at is not null
            """)
        .param(institution.value())
        .query(Integer.class)
        .single();
  }
}
