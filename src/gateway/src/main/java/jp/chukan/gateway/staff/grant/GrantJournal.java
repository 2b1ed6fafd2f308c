package jp.chukan.gateway.staff.grant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.staff.Grant;
import jp.chukan.gateway.staff.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what became of grants, in their history and in the 「操作ログ」 (JN-15, JN-19); what was refused
 * in the 「操作ログ」 only. In the open transaction of the institution.
 */
@Component
class GrantJournal {
  private final JdbcClient jdbc;
  private final OperationLog operations;

  GrantJournal(JdbcClient jdbc, OperationLog operations) {
    this.jdbc = jdbc;
    this.operations = operations;
  }

  void keep(StaffIdentity by, GrantEvent event) {
    Grant grant = event.grant();
    jdbc.sql(
            """
            insert into grant_event (institution_code, kind, application_number, user_id,
                                     department_code, affair_code, granted_function, valid_from,
                                     valid_to, reason, set_number, done_by, done_at)
            values (:institution, :kind, :application, :user, :department, :affair, :function, :from,
                    :to, :reason, :set, :by, :at)
            """)
        .param("institution", by.institution().value())
        .param("kind", event.kind().name())
        .param("application", event.application())
        .param("user", grant.user().value())
        .param("department", grant.department().value())
        .param("affair", grant.affair().value())
        .param("function", grant.function().name())
        .param("from", grant.from())
        .param("to", grant.to())
        .param("reason", event.reason())
        .param("set", event.set())
        .param("by", by.user().value())
        .param("at", event.at().atOffset(ZoneOffset.UTC))
        .update();
    append(by, event.kind(), true, grant, event.reason(), event.at());
  }

  void refused(StaffIdentity by, GrantEvent.Kind kind, @Nullable Grant grant, Instant at) {
    append(by, kind, false, grant, null, at);
  }

  private void append(
      StaffIdentity by,
      GrantEvent.Kind kind,
      boolean succeeded,
      @Nullable Grant grant,
      @Nullable String reason,
      Instant at) {
    operations.append(
        new Operation(
            by.institution(),
            by.user(),
            OperationKind.GRANT,
            "grant-" + kind.name().toLowerCase(Locale.ROOT),
            succeeded,
            grant == null
                ? null
                : grant.user() + " " + grant.affair().value() + " " + grant.function(),
            null,
            reason,
            at));
  }

  /** What became of the grants of a person, the first first. */
  List<GrantEvent> of(UserId user) {
    return jdbc.sql("select * from grant_event where user_id = :user order by id")
        .param("user", user.value())
        .query((row, index) -> event(row))
        .list();
  }

  private static GrantEvent event(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return new GrantEvent(
        GrantEvent.Kind.valueOf(row.getString("kind")),
        GrantApplicationStore.grant(row, reason),
        row.getObject("application_number", Long.class),
        reason,
        row.getObject("set_number", Integer.class),
        row.getString("done_by"),
        GrantApplicationStore.instant(row, "done_at"));
  }
}
