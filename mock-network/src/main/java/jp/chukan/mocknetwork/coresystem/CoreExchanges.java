package jp.chukan.mocknetwork.coresystem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.mocknetwork.coresystem.Exchange.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The core's own records: one row per exchange, refusals included. */
@Component
public final class CoreExchanges {
  private final JdbcClient jdbc;

  CoreExchanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Opens the record of an exchange that goes to the provider.
   *
   * @param request the bytes that go to a server, null when the provider is one of this country
   */
  void open(
      ProcessingNumber number,
      Inquiry inquiry,
      Instant inquiredAt,
      @Nullable PermitId permitId,
      byte @Nullable [] request) {
    insert(number, inquiry, inquiredAt, State.PENDING, null, permitId, request);
  }

  void refusedByCore(
      ProcessingNumber number, Inquiry inquiry, Instant inquiredAt, String errorCode) {
    insert(number, inquiry, inquiredAt, State.REFUSED_BY_CORE, errorCode, null, null);
  }

  private void insert(
      ProcessingNumber number,
      Inquiry inquiry,
      Instant inquiredAt,
      State state,
      @Nullable String errorCode,
      @Nullable PermitId permitId,
      byte @Nullable [] request) {
    jdbc.sql(
            """
            insert into core_exchange
              (processing_number, inquirer, provider, affair, procedure, information,
               inquired_at, state, error_code, permit_id, request)
            values (:number, :inquirer, :provider, :affair, :procedure, :information,
               :inquiredAt, :state, :errorCode, :permitId, :request)
            """)
        .param("number", number.value())
        .param("inquirer", inquiry.inquirer().value())
        .param("provider", inquiry.provider().value())
        .param("affair", inquiry.affair().value())
        .param("procedure", inquiry.procedure().value())
        .param("information", inquiry.information().value())
        .param("inquiredAt", Timestamp.from(inquiredAt))
        .param("state", state.name())
        .param("errorCode", errorCode)
        .param("permitId", permitId == null ? null : permitId.value())
        .param("request", request)
        .update();
  }

  /** The server took the request over: it need not be sent again. */
  void accepted(ProcessingNumber number, Instant at) {
    jdbc.sql(
            """
            update core_exchange set accepted_at = ?, request = null
            where processing_number = ? and accepted_at is null
            """)
        .params(Timestamp.from(at), number.value())
        .update();
  }

  /**
   * The server refused the request at its edge: no answer will come.
   *
   * @return false when the exchange had ended already
   */
  boolean refusedAtEdge(ProcessingNumber number, @Nullable String errorCode, Instant at) {
    return jdbc.sql(
                """
                update core_exchange
                set state = 'REFUSED', error_code = ?, answered_at = ?, request = null
                where processing_number = ? and state = 'PENDING'
                """)
            .params(errorCode, Timestamp.from(at), number.value())
            .update()
        == 1;
  }

  void answered(ProcessingNumber number, @Nullable String errorCode, byte[] digest, Instant at) {
    jdbc.sql(
            """
            update core_exchange
            set state = ?, error_code = ?, answered_at = ?, answer_digest = ?,
              answers_received = answers_received + 1, request = null
            where processing_number = ?
            """)
        .params(
            (errorCode == null ? State.ANSWERED : State.REFUSED).name(),
            errorCode,
            Timestamp.from(at),
            digest,
            number.value())
        .update();
  }

  void countRepetition(ProcessingNumber number) {
    jdbc.sql(
            """
            update core_exchange set answers_received = answers_received + 1
            where processing_number = ?
            """)
        .param(number.value())
        .update();
  }

  public Optional<Exchange> find(ProcessingNumber number) {
    return select(number, "");
  }

  /** The exchange, held against others until the transaction ends. */
  Optional<Exchange> hold(ProcessingNumber number) {
    return select(number, " for update");
  }

  private Optional<Exchange> select(ProcessingNumber number, String lock) {
    return jdbc.sql("select * from core_exchange where processing_number = ?" + lock)
        .param(number.value())
        .query((row, n) -> exchange(row))
        .optional();
  }

  private static Exchange exchange(ResultSet row) throws SQLException {
    String permitId = row.getString("permit_id");
    return new Exchange(
        new ProcessingNumber(row.getString("processing_number")),
        new InstitutionCode(row.getString("inquirer")),
        new InstitutionCode(row.getString("provider")),
        State.valueOf(row.getString("state")),
        row.getString("error_code"),
        row.getTimestamp("inquired_at").toInstant(),
        instant(row.getTimestamp("answered_at")),
        permitId == null ? null : new PermitId(permitId),
        row.getBytes("answer_digest"),
        row.getInt("answers_received"));
  }

  /**
   * The first requests that the server has not taken yet.
   *
   * @param before those of earlier inquiries only
   * @param most how many at most
   */
  List<Unsent> unsent(Instant before, int most) {
    return jdbc.sql(
            """
            select processing_number, provider, request from core_exchange
            where state = 'PENDING' and accepted_at is null and request is not null
              and inquired_at < ?
            order by inquired_at limit ?
            """)
        .params(Timestamp.from(before), most)
        .query(
            (row, n) ->
                new Unsent(
                    new ProcessingNumber(row.getString(1)),
                    new InstitutionCode(row.getString(2)),
                    row.getBytes(3)))
        .list();
  }

  /** A request that has to be sent. */
  record Unsent(ProcessingNumber processingNumber, InstitutionCode provider, byte[] request) {}

  /** Every record of the network, oldest first. */
  public List<ExchangeRecord> records() {
    return jdbc.sql("select * from core_exchange order by inquired_at, processing_number")
        .query((row, n) -> record(row))
        .list();
  }

  private static ExchangeRecord record(ResultSet row) throws SQLException {
    State state = State.valueOf(row.getString("state"));
    return new ExchangeRecord(
        new ProcessingNumber(row.getString("processing_number")),
        new InstitutionCode(row.getString("inquirer")),
        new InstitutionCode(row.getString("provider")),
        new AffairCode(row.getString("affair")),
        new ProcedureCode(row.getString("procedure")),
        new SpecificPersonalInformationCode(row.getString("information")),
        switch (state) {
          case PENDING -> ExchangeRecord.Outcome.PENDING;
          case ANSWERED -> ExchangeRecord.Outcome.PROVIDED;
          case REFUSED, REFUSED_BY_CORE -> ExchangeRecord.Outcome.REFUSED;
        },
        row.getString("error_code"),
        state == State.REFUSED_BY_CORE,
        row.getTimestamp("inquired_at").toInstant(),
        instant(row.getTimestamp("answered_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
