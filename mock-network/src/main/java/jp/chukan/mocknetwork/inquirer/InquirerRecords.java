package jp.chukan.mocknetwork.inquirer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.mocknetwork.coresystem.ExchangeRecord;
import jp.chukan.mocknetwork.coresystem.ExchangeRecord.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The inquirers' own 「情報提供等記録」. */
@Component
public final class InquirerRecords {
  private final JdbcClient jdbc;

  InquirerRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void open(ProcessingNumber number, Question question, byte[] expected, Instant at) {
    jdbc.sql(
            """
            insert into inquirer_record
              (processing_number, inquirer, provider, affair, procedure, information,
               requested_at, expected_digest, outcome)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'PENDING')
            """)
        .params(
            number.value(),
            question.inquirer().value(),
            question.provider().value(),
            question.scheduleItem().affair().value(),
            question.scheduleItem().procedure().value(),
            question.information().value(),
            Timestamp.from(at),
            expected)
        .update();
  }

  void refused(ProcessingNumber number, String errorCode, Instant at) {
    close(number, Outcome.REFUSED, errorCode, null, null, at);
  }

  /**
   * @param contentBytes size of what was in the envelope
   */
  void provided(ProcessingNumber number, boolean matchesOriginal, int contentBytes, Instant at) {
    close(number, Outcome.PROVIDED, null, matchesOriginal, contentBytes, at);
  }

  private void close(
      ProcessingNumber number,
      Outcome outcome,
      @Nullable String errorCode,
      @Nullable Boolean matchesOriginal,
      @Nullable Integer contentBytes,
      Instant at) {
    jdbc.sql(
            """
            update inquirer_record
            set outcome = ?, error_code = ?, matches_original = ?, content_bytes = ?,
                answered_at = ?
            where processing_number = ? and answered_at is null
            """)
        .params(
            outcome.name(),
            errorCode,
            matchesOriginal,
            contentBytes,
            Timestamp.from(at),
            number.value())
        .update();
  }

  Optional<byte[]> expected(ProcessingNumber number) {
    return jdbc.sql("select expected_digest from inquirer_record where processing_number = ?")
        .param(number.value())
        .query(byte[].class)
        .optional();
  }

  /** Whether the opened answer said what the original says; empty while there is no answer. */
  public Optional<Boolean> matchesOriginal(ProcessingNumber number) {
    return jdbc.sql(
            """
            select matches_original from inquirer_record
            where processing_number = ? and matches_original is not null
            """)
        .param(number.value())
        .query(Boolean.class)
        .optional();
  }

  /** Every record of the inquirers, oldest first. */
  public List<ExchangeRecord> records() {
    return jdbc.sql("select * from inquirer_record order by requested_at, processing_number")
        .query((row, n) -> record(row))
        .list();
  }

  private static ExchangeRecord record(ResultSet row) throws SQLException {
    Timestamp answeredAt = row.getTimestamp("answered_at");
    return new ExchangeRecord(
        new ProcessingNumber(row.getString("processing_number")),
        new InstitutionCode(row.getString("inquirer")),
        new InstitutionCode(row.getString("provider")),
        new AffairCode(row.getString("affair")),
        new ProcedureCode(row.getString("procedure")),
        new SpecificPersonalInformationCode(row.getString("information")),
        Outcome.valueOf(row.getString("outcome")),
        row.getString("error_code"),
        false,
        row.getTimestamp("requested_at").toInstant(),
        answeredAt == null ? null : answeredAt.toInstant());
  }
}
