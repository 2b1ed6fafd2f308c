package jp.chukan.gateway.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.deadletter.DeadLetter.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dead letters in the database, of the institution whose transaction is open. */
@Component
final class LetterStore {
  private static final String COLUMNS =
      """
      select letter_number, kind, processing_number, attempts, taken_over_at, died_at, state,
             decided_by, decided_at, reason
        from dead_letter
      """;

  private final JdbcClient jdbc;

  LetterStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the content of the letter belongs to. */
  static String place(LetterNumber number) {
    return "dead_letter:" + number.value();
  }

  /**
   * @return false when the broker had brought it before
   */
  boolean insert(
      InstitutionCode institution, DeadLetter letter, String messageId, byte[] encrypted) {
    ProcessingNumber exchange = letter.processingNumber();
    return jdbc.sql(
                """
                insert into dead_letter (institution_code, letter_number, message_id, kind,
                                         processing_number, attempts, taken_over_at, died_at,
                                         state, body)
                values (:institution, :number, :message, :kind, :exchange, :attempts, :takenOverAt,
                        :diedAt, 'KEPT', :body)
                on conflict do nothing
                """)
            .param("institution", institution.value())
            .param("number", letter.number().value())
            .param("message", messageId)
            .param("kind", letter.kind().name())
            .param("exchange", exchange == null ? null : exchange.value())
            .param("attempts", letter.attempts())
            .param("takenOverAt", letter.takenOverAt().atOffset(ZoneOffset.UTC))
            .param("diedAt", letter.diedAt().atOffset(ZoneOffset.UTC))
            .param("body", encrypted)
            .update()
        == 1;
  }

  /**
   * @param all whether those that were decided about are among them
   */
  List<DeadLetter> page(boolean all, int skip, int most) {
    return jdbc.sql(
            COLUMNS
                + """
                 where :all or state = 'KEPT'
                 order by died_at desc, letter_number desc
                offset :skip
                 limit :most
                """)
        .param("all", all)
        .param("skip", skip)
        .param("most", most)
        .query((row, index) -> read(row))
        .list();
  }

  Optional<DeadLetter> find(LetterNumber number) {
    return jdbc.sql(COLUMNS + " where letter_number = :number")
        .param("number", number.value())
        .query((row, index) -> read(row))
        .optional();
  }

  /** Holds off every other decision about the letter until the transaction ends. */
  Optional<DeadLetter> lock(LetterNumber number) {
    return jdbc.sql(COLUMNS + " where letter_number = :number for update")
        .param("number", number.value())
        .query((row, index) -> read(row))
        .optional();
  }

  /** Keeps what was decided; the content of what is discarded goes. */
  void decide(LetterNumber number, LetterState state, Decision decision) {
    jdbc.sql(
            """
            update dead_letter
               set state = :state, decided_by = :by, decided_at = :at, reason = :reason,
                   body = case when :state = 'DISCARDED' then null else body end
             where letter_number = :number
            """)
        .param("state", state.name())
        .param("by", decision.by().value())
        .param("at", decision.at().atOffset(ZoneOffset.UTC))
        .param("reason", decision.reason().text())
        .param("number", number.value())
        .update();
  }

  /** Letters that are to go back, the oldest decision first. */
  List<LetterNumber> redriving(int most) {
    return jdbc
        .sql(
            """
            select letter_number from dead_letter
             where state = 'REDRIVING'
             order by decided_at, letter_number
             limit :most
            """)
        .param("most", most)
        .query(String.class)
        .list()
        .stream()
        .map(LetterNumber::new)
        .toList();
  }

  /** The content of a letter that is not done with, encrypted at rest. */
  byte[] body(LetterNumber number) {
    return jdbc.sql("select body from dead_letter where letter_number = :number")
        .param("number", number.value())
        .query(byte[].class)
        .single();
  }

  /** The broker has it: its content goes. */
  void redriven(LetterNumber number) {
    jdbc.sql(
            """
            update dead_letter set state = 'REDRIVEN', body = null
             where letter_number = :number and state = 'REDRIVING'
            """)
        .param("number", number.value())
        .update();
  }

  private static DeadLetter read(ResultSet row) throws SQLException {
    String exchange = row.getString("processing_number");
    return new DeadLetter(
        new LetterNumber(row.getString("letter_number")),
        LetterKind.valueOf(row.getString("kind")),
        exchange == null ? null : new ProcessingNumber(exchange),
        row.getInt("attempts"),
        instant(row, "taken_over_at"),
        instant(row, "died_at"),
        LetterState.valueOf(row.getString("state")),
        decision(row));
  }

  private static @Nullable Decision decision(ResultSet row) throws SQLException {
    String by = row.getString("decided_by");
    return by == null
        ? null
        : new Decision(
            new UserId(by), instant(row, "decided_at"), new LetterReason(row.getString("reason")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
