package jp.chukan.gateway.staff.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what became of accounts, in their history (JN-15) and in the 「操作ログ」 (JN-17, JN-19); in the
 * open transaction of the institution.
 */
@Component
public class AccountJournal {
  private final JdbcClient jdbc;
  private final OperationLog operations;

  AccountJournal(JdbcClient jdbc, OperationLog operations) {
    this.jdbc = jdbc;
    this.operations = operations;
  }

  /**
   * @param by user of the institution, or null for somebody else, whom {@code name} names then
   */
  void keep(
      InstitutionCode institution,
      UserId user,
      Set<StaffRole> roles,
      AccountEvent.Kind kind,
      @Nullable String reason,
      @Nullable UserId by,
      String name,
      Instant at) {
    jdbc.sql(
            """
            insert into staff_account_event (institution_code, user_id, kind, roles, reason,
                                             done_by, done_at)
            values (:institution, :user, :kind, :roles, :reason, :by, :at)
            """)
        .param("institution", institution.value())
        .param("user", user.value())
        .param("kind", kind.name())
        .param("roles", AccountStore.names(roles))
        .param("reason", reason)
        .param("by", name)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
    operations.append(
        new Operation(
            institution,
            by,
            OperationKind.ACCOUNT,
            "account-" + kind.name().toLowerCase(java.util.Locale.ROOT),
            true,
            user.value(),
            null,
            reason,
            at));
  }

  /** What the person did to the own account. */
  public void keepOwn(StaffAccount account, AccountEvent.Kind kind, Instant at) {
    keep(
        account.institution(),
        account.user(),
        account.roles(),
        kind,
        null,
        account.user(),
        account.user().value(),
        at);
  }

  List<AccountEvent> of(UserId user) {
    return jdbc.sql(
            """
            select kind, roles, reason, done_by, done_at
              from staff_account_event
             where user_id = :user
             order by id
            """)
        .param("user", user.value())
        .query((row, index) -> event(row))
        .list();
  }

  private static AccountEvent event(ResultSet row) throws SQLException {
    return new AccountEvent(
        AccountEvent.Kind.valueOf(row.getString("kind")),
        AccountStore.roles(row.getArray("roles")),
        row.getString("reason"),
        row.getString("done_by"),
        row.getObject("done_at", OffsetDateTime.class).toInstant());
  }
}
