package jp.chukan.mocknetwork.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.mocknetwork.coresystem.AnswerFault;
import jp.chukan.mocknetwork.coresystem.ExchangeRecord;
import jp.chukan.mocknetwork.coresystem.ProviderLink;
import jp.chukan.mocknetwork.coresystem.Spoiling;
import jp.chukan.mocknetwork.provider.ProviderExchange.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was asked of the providers: their work to do, and their own 「情報提供等記録」. */
@Component
public final class ProviderExchanges {
  private final JdbcClient jdbc;

  ProviderExchanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps a request.
   *
   * @param dueAt when it is to be answered, null for not by itself
   */
  void keep(
      ProviderLink.Request request,
      State state,
      @Nullable String errorCode,
      @Nullable Instant dueAt,
      Instant at) {
    Spoiling spoiling = request.spoiling();
    jdbc.sql(
            """
            insert into provider_exchange
              (processing_number, provider, inquirer, affair, procedure, information, linkage_code,
               items, permit_id, key_id, profile_id, permit_expires_at, certificate, requested_at,
               state, error_code, due_at, fault, then_right, fault_millis)
            values (:number, :provider, :inquirer, :affair, :procedure, :information, :person,
               :items, :permit, :key, :profile, :expiry, :certificate, :at,
               :state, :error, :due, :fault, :thenRight, :faultMillis)
            """)
        .param("number", request.permit().processingNumber().value())
        .param("provider", request.permit().provider().value())
        .param("inquirer", request.permit().inquirer().value())
        .param("affair", request.permit().affair().value())
        .param("procedure", request.permit().procedure().value())
        .param("information", request.permit().information().value())
        .param("person", request.subject().value())
        .param("items", items(request.items()))
        .param("permit", request.permit().id().value())
        .param("key", request.permit().keyId())
        .param("profile", request.permit().profileId())
        .param("expiry", Timestamp.from(request.permit().expiresAt()))
        .param("certificate", request.certificate())
        .param("at", Timestamp.from(at))
        .param("state", state.name())
        .param("error", errorCode)
        .param("due", dueAt == null ? null : Timestamp.from(dueAt))
        .param("fault", spoiling == null ? null : spoiling.fault().name())
        .param("thenRight", spoiling != null && spoiling.thenRight())
        .param("faultMillis", spoiling == null ? 0L : spoiling.delay().toMillis())
        .update();
  }

  private static String items(List<ItemCode> items) {
    return items.stream().map(ItemCode::value).collect(Collectors.joining(","));
  }

  List<ProviderExchange> due(Instant now, int limit) {
    return jdbc.sql(
            """
            select * from provider_exchange
            where state in ('WAITING', 'HELD') and due_at <= ?
            order by due_at, processing_number limit ?
            """)
        .params(Timestamp.from(now), limit)
        .query((row, n) -> exchange(row))
        .list();
  }

  Optional<ProviderExchange> find(ProcessingNumber number) {
    return jdbc.sql("select * from provider_exchange where processing_number = ?")
        .param(number.value())
        .query((row, n) -> exchange(row))
        .optional();
  }

  private static ProviderExchange exchange(ResultSet row) throws SQLException {
    String fault = row.getString("fault");
    return new ProviderExchange(
        new ProcessingNumber(row.getString("processing_number")),
        new InstitutionCode(row.getString("provider")),
        new InstitutionCode(row.getString("inquirer")),
        new SpecificPersonalInformationCode(row.getString("information")),
        new LinkageCode(row.getString("linkage_code")),
        Arrays.stream(row.getString("items").split(",", -1)).map(ItemCode::new).toList(),
        new PermitId(row.getString("permit_id")),
        row.getString("key_id"),
        row.getString("profile_id"),
        row.getTimestamp("permit_expires_at").toInstant(),
        row.getBytes("certificate"),
        row.getTimestamp("requested_at").toInstant(),
        State.valueOf(row.getString("state")),
        row.getString("error_code"),
        fault == null
            ? null
            : new Spoiling(
                AnswerFault.valueOf(fault),
                row.getBoolean("then_right"),
                Duration.ofMillis(row.getLong("fault_millis"))));
  }

  void answered(ProcessingNumber number, State state, Instant at) {
    jdbc.sql(
            """
            update provider_exchange set state = ?, answered_at = ?, due_at = null
            where processing_number = ?
            """)
        .params(state.name(), Timestamp.from(at), number.value())
        .update();
  }

  /** It cannot be answered any more: nothing goes out. */
  void silenced(ProcessingNumber number) {
    jdbc.sql(
            """
            update provider_exchange set state = 'SILENT', due_at = null
            where processing_number = ?
            """)
        .param(number.value())
        .update();
  }

  /**
   * Approves what is held, oldest first.
   *
   * @param number only this exchange, null for any
   * @return how many there were
   */
  public int release(
      InstitutionCode provider, @Nullable ProcessingNumber number, int atMost, Instant at) {
    return jdbc.sql(
            """
            update provider_exchange set due_at = :at
            where processing_number in (
              select processing_number from provider_exchange
              where provider = :provider and state = 'HELD'
                and (due_at is null or due_at > :at)
                and (:number::text is null or processing_number = :number)
              order by requested_at, processing_number limit :most)
            """)
        .param("at", Timestamp.from(at))
        .param("provider", provider.value())
        .param("number", number == null ? null : number.value())
        .param("most", atMost)
        .update();
  }

  /** How many requests of a provider are in each state, by its name. */
  public List<Count> counts(InstitutionCode provider) {
    return jdbc.sql(
            """
            select state, count(*) from provider_exchange where provider = ?
            group by state order by state
            """)
        .param(provider.value())
        .query((row, n) -> new Count(row.getString(1), row.getInt(2)))
        .list();
  }

  /** How many requests are in a state. */
  public record Count(String state, int count) {}

  /** Every record of the providers, oldest first. */
  public List<ExchangeRecord> records() {
    return jdbc.sql("select * from provider_exchange order by requested_at, processing_number")
        .query((row, n) -> record(row))
        .list();
  }

  private static ExchangeRecord record(ResultSet row) throws SQLException {
    Timestamp answeredAt = row.getTimestamp("answered_at");
    var outcome =
        switch (State.valueOf(row.getString("state"))) {
          case WAITING, HELD, SILENT -> ExchangeRecord.Outcome.PENDING;
          case PROVIDED -> ExchangeRecord.Outcome.PROVIDED;
          case REFUSED -> ExchangeRecord.Outcome.REFUSED;
        };
    return new ExchangeRecord(
        new ProcessingNumber(row.getString("processing_number")),
        new InstitutionCode(row.getString("inquirer")),
        new InstitutionCode(row.getString("provider")),
        new AffairCode(row.getString("affair")),
        new ProcedureCode(row.getString("procedure")),
        new SpecificPersonalInformationCode(row.getString("information")),
        outcome,
        outcome == ExchangeRecord.Outcome.REFUSED ? row.getString("error_code") : null,
        false,
        row.getTimestamp("requested_at").toInstant(),
        answeredAt == null ? null : answeredAt.toInstant());
  }
}
