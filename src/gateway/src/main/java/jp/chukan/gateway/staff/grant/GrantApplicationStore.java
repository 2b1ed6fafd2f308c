package jp.chukan.gateway.staff.grant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.staff.Grant;
import jp.chukan.gateway.staff.GrantedFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Applications for grants in the database; in the open transaction of the institution. */
@Component
class GrantApplicationStore {
  private static final String SELECT =
      """
      select p.*, a.display_name, d.kind, d.reason as decision_reason, d.set_number, d.done_by,
             d.done_at
        from grant_application p
        join staff_account a using (institution_code, user_id)
        left join grant_event d
          on d.application_number = p.number and d.kind in ('GRANTED', 'REFUSED', 'WITHDRAWN')
      """;

  private final JdbcClient jdbc;

  GrantApplicationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(InstitutionCode institution, Grant grant, UserId by, Instant at) {
    return jdbc.sql(
            """
            insert into grant_application (institution_code, user_id, department_code, affair_code,
                                           granted_function, valid_from, valid_to, reason,
                                           applied_by, applied_at)
            values (:institution, :user, :department, :affair, :function, :from, :to, :reason, :by,
                    :at)
            returning number
            """)
        .param("institution", institution.value())
        .param("user", grant.user().value())
        .param("department", grant.department().value())
        .param("affair", grant.affair().value())
        .param("function", grant.function().name())
        .param("from", grant.from())
        .param("to", grant.to())
        .param("reason", grant.reason())
        .param("by", by.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  Optional<GrantApplication> find(long number) {
    return jdbc.sql(SELECT + " where p.number = :number")
        .param("number", number)
        .query((row, index) -> application(row))
        .optional();
  }

  /** Whether the same waits for one of these days. */
  boolean waits(Grant grant) {
    return jdbc
        .sql(SELECT + " where d.kind is null and p.user_id = :user order by p.number")
        .param("user", grant.user().value())
        .query((row, index) -> application(row))
        .stream()
        .anyMatch(waiting -> waiting.grant().isSameOnADayOf(grant));
  }

  /** What waits, the oldest first. */
  List<GrantApplication> waiting(int skip, int most) {
    return jdbc.sql(SELECT + " where d.kind is null order by p.number offset :skip limit :most")
        .param("skip", skip)
        .param("most", most)
        .query((row, index) -> application(row))
        .list();
  }

  /** What this person applied for, the newest first. */
  List<GrantApplication> by(UserId applicant, int skip, int most) {
    return jdbc.sql(
            SELECT + " where p.applied_by = :by order by p.number desc offset :skip limit :most")
        .param("by", applicant.value())
        .param("skip", skip)
        .param("most", most)
        .query((row, index) -> application(row))
        .list();
  }

  static Grant grant(ResultSet row, @Nullable String reason) throws SQLException {
    return new Grant(
        new UserId(row.getString("user_id")),
        new DepartmentCode(row.getString("department_code")),
        new AffairCode(row.getString("affair_code")),
        GrantedFunction.valueOf(row.getString("granted_function")),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        reason == null ? "" : reason);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static GrantApplication application(ResultSet row) throws SQLException {
    Grant grant = grant(row, row.getString("reason"));
    return new GrantApplication(
        row.getLong("number"),
        grant,
        row.getString("display_name"),
        new UserId(row.getString("applied_by")),
        instant(row, "applied_at"),
        decision(row, grant));
  }

  private static @Nullable GrantEvent decision(ResultSet row, Grant grant) throws SQLException {
    String kind = row.getString("kind");
    return kind == null
        ? null
        : new GrantEvent(
            GrantEvent.Kind.valueOf(kind),
            grant,
            row.getLong("number"),
            row.getString("decision_reason"),
            row.getObject("set_number", Integer.class),
            row.getString("done_by"),
            instant(row, "done_at"));
  }
}
