package jp.chukan.gateway.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import jp.chukan.gateway.kernel.RestingContent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Applications for exports in the database; in the open transaction of the institution. */
@Component
class ExportStore {
  private static final String SELECT =
      """
      select asked.export_number, asked.kind, asked.row_count, asked.purpose, asked.applied_by,
             asked.applied_at, decided.kind as decision, decided.comment, decided.decided_by,
             decided.decided_at, decided.valid_until, taken.taken_at
        from export_application asked
        left join export_decision decided using (institution_code, export_number)
        left join export_taking taken using (institution_code, export_number)
      """;

  private final JdbcClient jdbc;
  private final PersonalDataCipher cipher;

  ExportStore(JdbcClient jdbc, PersonalDataCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  /** Holds off everything else that this person does about exports until the transaction ends. */
  void lock(InstitutionCode institution, UserId user) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('export'), hashtext(:who))")
        .param("who", institution.value() + user.value())
        .query(
            row -> {
              // only waited for
            });
  }

  void insert(InstitutionCode institution, ExportApplication asked, Record criteria) {
    jdbc.sql(
            """
            insert into export_application (institution_code, export_number, kind, row_count,
                                            purpose, applied_by, applied_at, criteria)
            values (:institution, :number, :kind, :rows, :purpose, :by, :at, :criteria)
            """)
        .param("institution", institution.value())
        .param("number", asked.number().value())
        .param("kind", asked.kind().name())
        .param("rows", asked.rows())
        .param("purpose", asked.purpose())
        .param("by", asked.appliedBy().value())
        .param("at", time(asked.appliedAt()))
        .param(
            "criteria",
            cipher.encrypt(institution, RestingContent.write(criteria), place(asked.number())))
        .update();
  }

  void insert(InstitutionCode institution, ReceptionNumber number, ExportDecision decision) {
    Instant until = decision.until();
    jdbc.sql(
            """
            insert into export_decision (institution_code, export_number, kind, comment, decided_by,
                                         decided_at, valid_until)
            values (:institution, :number, :kind, :comment, :by, :at, :until)
            """)
        .param("institution", institution.value())
        .param("number", number.value())
        .param("kind", decision.kind().name())
        .param("comment", decision.comment())
        .param("by", decision.by().value())
        .param("at", time(decision.at()))
        .param("until", until == null ? null : time(until))
        .update();
  }

  /**
   * Keeps that it left.
   *
   * @param number of the application, null for what was little enough
   */
  void insertTaking(
      InstitutionCode institution,
      UserId user,
      ExportKind kind,
      long rows,
      @Nullable ReceptionNumber number,
      Instant at) {
    jdbc.sql(
            """
            insert into export_taking (institution_code, user_id, kind, row_count, export_number,
                                       taken_at)
            values (:institution, :user, :kind, :rows, :number, :at)
            """)
        .param("institution", institution.value())
        .param("user", user.value())
        .param("kind", kind.name())
        .param("rows", rows)
        .param("number", number == null ? null : number.value())
        .param("at", time(at))
        .update();
  }

  /** How many rows left without approval since then. */
  long takenSince(UserId user, ExportKind kind, Instant since) {
    return jdbc.sql(
            """
            select coalesce(sum(row_count), 0)::bigint from export_taking
             where user_id = :user and kind = :kind and export_number is null and taken_at >= :since
            """)
        .param("user", user.value())
        .param("kind", kind.name())
        .param("since", time(since))
        .query(Long.class)
        .single();
  }

  Optional<ExportApplication> find(ReceptionNumber number) {
    return jdbc.sql(SELECT + " where asked.export_number = :number")
        .param("number", number.value())
        .query((row, index) -> read(row))
        .optional();
  }

  /** The same, when nobody else decides it or takes it out any more. */
  Optional<ExportApplication> lock(ReceptionNumber number) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('export'), hashtext(:number))")
        .param("number", number.value())
        .query(
            row -> {
              // only waited for
            });
    return find(number);
  }

  <C extends Record> C criteria(
      InstitutionCode institution, ReceptionNumber number, Class<C> type) {
    byte[] kept =
        jdbc.sql("select criteria from export_application where export_number = :number")
            .param("number", number.value())
            .query(byte[].class)
            .single();
    return RestingContent.read(cipher.decrypt(institution, kept, place(number)), type);
  }

  /** What this person applied for, the newest first. */
  List<ExportApplication> by(UserId applicant, int skip, int most) {
    return jdbc.sql(
            SELECT
                + """
                 where asked.applied_by = :by
                 order by asked.applied_at desc, asked.export_number desc
                offset :skip
                 limit :most
                """)
        .param("by", applicant.value())
        .param("skip", skip)
        .param("most", most)
        .query((row, index) -> read(row))
        .list();
  }

  /** What others applied for and nobody has decided yet, the oldest first. */
  List<ExportApplication> waiting(List<ExportKind> kinds, UserId decider, int skip, int most) {
    return jdbc.sql(
            SELECT
                + """
                 where decided.kind is null and asked.kind = any (:kinds) and asked.applied_by <> :by
                 order by asked.applied_at, asked.export_number
                offset :skip
                 limit :most
                """)
        .param("kinds", names(kinds))
        .param("by", decider.value())
        .param("skip", skip)
        .param("most", most)
        .query((row, index) -> read(row))
        .list();
  }

  int countWaiting(List<ExportKind> kinds, UserId decider) {
    return jdbc.sql(
            """
            select count(*) from export_application asked
              left join export_decision decided using (institution_code, export_number)
             where decided.kind is null and asked.kind = any (:kinds) and asked.applied_by <> :by
            """)
        .param("kinds", names(kinds))
        .param("by", decider.value())
        .query(Integer.class)
        .single();
  }

  int countReady(UserId applicant, Instant now) {
    return jdbc.sql(
            """
            select count(*) from export_application asked
              join export_decision decided using (institution_code, export_number)
              left join export_taking taken using (institution_code, export_number)
             where asked.applied_by = :by and decided.kind = 'APPROVED'
               and decided.valid_until > :now and taken.id is null
            """)
        .param("by", applicant.value())
        .param("now", time(now))
        .query(Integer.class)
        .single();
  }

  private static String[] names(List<ExportKind> kinds) {
    return kinds.stream().map(ExportKind::name).toArray(String[]::new);
  }

  private static ExportApplication read(ResultSet row) throws SQLException {
    return new ExportApplication(
        new ReceptionNumber(row.getString("export_number")),
        ExportKind.valueOf(row.getString("kind")),
        row.getLong("row_count"),
        row.getString("purpose"),
        new UserId(row.getString("applied_by")),
        row.getObject("applied_at", OffsetDateTime.class).toInstant(),
        decision(row),
        instant(row, "taken_at"));
  }

  private static @Nullable ExportDecision decision(ResultSet row) throws SQLException {
    String kind = row.getString("decision");
    Instant at = instant(row, "decided_at");
    return kind == null || at == null
        ? null
        : new ExportDecision(
            ExportDecision.Kind.valueOf(kind),
            row.getString("comment"),
            new UserId(row.getString("decided_by")),
            at,
            instant(row, "valid_until"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** Where the criteria belong: they decrypt nowhere else. */
  private static String place(ReceptionNumber number) {
    return "export_application:" + number.value();
  }
}
