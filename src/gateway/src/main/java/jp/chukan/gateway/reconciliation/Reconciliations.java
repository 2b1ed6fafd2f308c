package jp.chukan.gateway.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.reconciliation.Reconciliation.Counts;
import jp.chukan.gateway.reconciliation.Reconciliation.ItemCount;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The comparisons of the open transaction's institution, without what they found. */
@Component
class Reconciliations {
  private final JdbcClient jdbc;

  Reconciliations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One begins: its file is staged and waits.
   *
   * @param hash SHA-256 of the file
   */
  void begin(InstitutionCode institution, Reconciliation one, byte[] hash) {
    jdbc.sql(
            """
            insert into reconciliation (institution_code, reconciliation_number, information_code,
                   items, form, taken_by, taken_at, content_hash, records, state)
            values (:institution, :number, :information, :items, :form, :by, :at, :hash, :records,
                    'WAITING')
            """)
        .param("institution", institution.value())
        .param("number", one.number().value())
        .param("information", one.information().value())
        .param("items", one.items().stream().map(ItemCode::value).toArray(String[]::new))
        .param("form", one.form().name())
        .param("by", one.by())
        .param("at", one.takenAt().atOffset(ZoneOffset.UTC))
        .param("hash", hash)
        .param("records", one.records())
        .update();
  }

  /** The one that has waited longest; empty when none waits. */
  Optional<ReceptionNumber> waiting() {
    return jdbc.sql(
            """
            select reconciliation_number from reconciliation
             where state = 'WAITING'
             order by taken_at, reconciliation_number
             limit 1
            """)
        .query(String.class)
        .optional()
        .map(ReceptionNumber::new);
  }

  /** Holds one that still waits against all others; empty when somebody has it or it has ended. */
  Optional<Reconciliation> lockWaiting(ReceptionNumber number) {
    return jdbc.sql(
            """
            select * from reconciliation
             where reconciliation_number = :number and state = 'WAITING'
               for update skip locked
            """)
        .param("number", number.value())
        .query((row, index) -> read(row))
        .optional();
  }

  void done(InstitutionCode institution, ReceptionNumber number, Counts counts, Instant at) {
    jdbc.sql(
            """
            update reconciliation
               set state = 'DONE', ended_at = :at, replicas = :replicas, missing = :missing,
                   extra = :extra, different = :different, equal = :equal, kept = :kept
             where institution_code = :institution and reconciliation_number = :number
            """)
        .param("institution", institution.value())
        .param("number", number.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("replicas", counts.replicas())
        .param("missing", counts.missing())
        .param("extra", counts.extra())
        .param("different", counts.different())
        .param("equal", counts.equal())
        .param("kept", counts.kept())
        .update();
  }

  void keepItems(
      InstitutionCode institution, ReceptionNumber number, Map<String, Integer> recordsByItem) {
    recordsByItem.forEach(
        (item, records) ->
            jdbc.sql(
                    """
                    insert into reconciliation_item (institution_code, reconciliation_number, item,
                                                     records)
                    values (:institution, :number, :item, :records)
                    """)
                .param("institution", institution.value())
                .param("number", number.value())
                .param("item", item)
                .param("records", records)
                .update());
  }

  void failed(ReceptionNumber number, ErrorCode code, Instant at) {
    end(number, ReconciliationState.FAILED, code, at);
  }

  void cancelled(ReceptionNumber number, Instant at) {
    end(number, ReconciliationState.CANCELLED, null, at);
  }

  private void end(
      ReceptionNumber number, ReconciliationState state, @Nullable ErrorCode code, Instant at) {
    jdbc.sql(
            """
            update reconciliation set state = :state, error_code = :code, ended_at = :at
             where reconciliation_number = :number and state = 'WAITING'
            """)
        .param("number", number.value())
        .param("state", state.name())
        .param("code", code == null ? null : code.id())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Reconciliation> find(ReceptionNumber number) {
    return jdbc.sql("select * from reconciliation where reconciliation_number = :number")
        .param("number", number.value())
        .query((row, index) -> read(row))
        .optional();
  }

  /** Those about these 「特定個人情報」, the newest first. */
  List<Reconciliation> page(
      Collection<SpecificPersonalInformationCode> information, int skip, int most) {
    return jdbc.sql(
            """
            select * from reconciliation
             where information_code = any (:information)
             order by taken_at desc, reconciliation_number
            offset :skip
             limit :most
            """)
        .param(
            "information",
            information.stream().map(SpecificPersonalInformationCode::value).toArray(String[]::new))
        .param("skip", skip)
        .param("most", most)
        .query((row, index) -> read(row))
        .list();
  }

  /** In how many records which item differs, the most first. */
  List<ItemCount> items(ReceptionNumber number) {
    return jdbc.sql(
            """
            select item, records from reconciliation_item
             where reconciliation_number = :number
             order by records desc, item
            """)
        .param("number", number.value())
        .query((row, index) -> new ItemCount(row.getString("item"), row.getInt("records")))
        .list();
  }

  /** The first that ended before and still has findings. */
  Optional<ReceptionNumber> overdue(Instant before) {
    return jdbc.sql(
            """
            select reconciliation_number from reconciliation
             where state = 'DONE' and removed_at is null and ended_at < :before
             order by ended_at
             limit 1
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query(String.class)
        .optional()
        .map(ReceptionNumber::new);
  }

  void removed(ReceptionNumber number, Instant at) {
    jdbc.sql("update reconciliation set removed_at = :at where reconciliation_number = :number")
        .param("number", number.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Reconciliation read(ResultSet row) throws SQLException {
    String[] items = (String[]) row.getArray("items").getArray();
    return new Reconciliation(
        new ReceptionNumber(row.getString("reconciliation_number")),
        new SpecificPersonalInformationCode(row.getString("information_code")),
        Arrays.stream(items).map(ItemCode::new).toList(),
        RegisterForm.valueOf(row.getString("form")),
        row.getString("taken_by"),
        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
        row.getInt("records"),
        ReconciliationState.valueOf(row.getString("state")),
        row.getString("error_code"),
        instant(row, "ended_at"),
        row.getObject("kept") == null ? null : counts(row),
        instant(row, "removed_at"));
  }

  private static Counts counts(ResultSet row) throws SQLException {
    return new Counts(
        row.getInt("replicas"),
        row.getInt("missing"),
        row.getInt("extra"),
        row.getInt("different"),
        row.getInt("equal"),
        row.getInt("kept"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
