package jp.chukan.gateway.staff.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts in the database; everything in the open transaction of their institution. */
@Component
class AccountStore {
  private static final String SELECT =
      """
      select institution_code, user_id, display_name, department_code, roles, state,
             must_change_password, locked_until, last_login_at, applied_by, applied_at, approved_by
        from staff_account
      """;

  private final JdbcClient jdbc;

  AccountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<StaffAccount> find(UserId user) {
    return jdbc.sql(SELECT + " where user_id = :user")
        .param("user", user.value())
        .query((row, index) -> account(row))
        .optional();
  }

  /** Holds off every other change of the account until the transaction ends. */
  Optional<StaffAccount> lock(UserId user) {
    return jdbc.sql(SELECT + " where user_id = :user for update")
        .param("user", user.value())
        .query((row, index) -> account(row))
        .optional();
  }

  List<StaffAccount> all() {
    return jdbc.sql(SELECT + " order by user_id").query((row, index) -> account(row)).list();
  }

  /** Holds off every other change of who administrates, until the transaction ends. */
  void lockAdministrators(InstitutionCode institution) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('staff_account'), hashtext(:institution))")
        .param("institution", institution.value())
        .query(
            row -> {
              // only waited for
            });
  }

  boolean hasActiveAdministrator() {
    return jdbc.sql(
            """
            select exists (select from staff_account
                            where state = 'ACTIVE' and 'ADMINISTRATOR' = any (roles))
            """)
        .query(Boolean.class)
        .single();
  }

  /** Whether this person began with a one-time code and made nobody administrator since. */
  boolean isFirstAndAlone(UserId user) {
    return jdbc.sql(
            """
            select not exists (select from staff_account_event
                                where kind = 'APPLIED' and user_id = :user)
               and not exists (select from staff_account_event
                                where kind = 'APPROVED' and 'ADMINISTRATOR' = any (roles)
                                  and user_id <> :user
                                  and id > (select max(id) from staff_account_event
                                             where kind = 'APPROVED' and user_id = :user))
            """)
        .param("user", user.value())
        .query(Boolean.class)
        .single();
  }

  void insert(Application application, byte[] handle, String by, Instant at) {
    jdbc.sql(
            """
            insert into staff_account (institution_code, user_id, display_name, department_code,
                                       roles, state, handle, applied_by, applied_at)
            values (:institution, :user, :name, :department, :roles, 'PENDING', :handle, :by, :at)
            """)
        .param("institution", application.institution().value())
        .param("user", application.user().value())
        .param("name", application.displayName())
        .param("department", application.department().value())
        .param("roles", names(application.roles()))
        .param("handle", handle)
        .param("by", by)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Another name, department or roles, to be approved anew; what was in use is kept apart. */
  void change(Application application, String by, Instant at) {
    jdbc.sql(
            """
            update staff_account
               set former_display_name = case when state = 'ACTIVE' then display_name end,
                   former_department_code = case when state = 'ACTIVE' then department_code end,
                   former_roles = case when state = 'ACTIVE' then roles end,
                   former_applied_by = case when state = 'ACTIVE' then applied_by end,
                   former_applied_at = case when state = 'ACTIVE' then applied_at end,
                   former_approved_by = case when state = 'ACTIVE' then approved_by end,
                   former_approved_at = case when state = 'ACTIVE' then approved_at end,
                   display_name = :name, department_code = :department, roles = :roles,
                   state = 'PENDING', applied_by = :by, applied_at = :at, approved_by = null,
                   approved_at = null, disabled_at = null, disabled_by = null,
                   disabled_reason = null
             where user_id = :user
            """)
        .param("user", application.user().value())
        .param("name", application.displayName())
        .param("department", application.department().value())
        .param("roles", names(application.roles()))
        .param("by", by)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * Puts the account back to how it stood before a change was applied for.
   *
   * @return whether it was of any use before
   */
  boolean restore(UserId user) {
    return jdbc.sql(
                """
                update staff_account
                   set display_name = former_display_name,
                       department_code = former_department_code, roles = former_roles,
                       applied_by = former_applied_by, applied_at = former_applied_at,
                       approved_by = former_approved_by, approved_at = former_approved_at,
                       state = 'ACTIVE'
                 where user_id = :user and former_approved_by is not null
                """)
            .param("user", user.value())
            .update()
        > 0;
  }

  /** Lifts the lock after wrong passwords. */
  void unlock(UserId user) {
    jdbc.sql(
            """
            update staff_account set failed_attempts = 0, locked_until = null where user_id = :user
            """)
        .param("user", user.value())
        .update();
  }

  void approve(UserId user, String hash, boolean mustChange, String by, Instant at) {
    jdbc.sql(
            """
            update staff_account
               set state = 'ACTIVE', password_hash = :hash, must_change_password = :must,
                   failed_attempts = 0, locked_until = null, approved_by = :by, approved_at = :at
             where user_id = :user
            """)
        .param("user", user.value())
        .param("hash", hash)
        .param("must", mustChange)
        .param("by", by)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  void disable(UserId user, String reason, String by, Instant at) {
    jdbc.sql(
            """
            update staff_account
               set state = 'DISABLED', disabled_by = :by, disabled_at = :at,
                   disabled_reason = :reason
             where user_id = :user
            """)
        .param("user", user.value())
        .param("reason", reason)
        .param("by", by)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  static String[] names(Set<StaffRole> roles) {
    return EnumSet.copyOf(roles).stream().map(StaffRole::name).toArray(String[]::new);
  }

  static Set<StaffRole> roles(Array names) throws SQLException {
    Set<StaffRole> roles = EnumSet.noneOf(StaffRole.class);
    Arrays.stream((String[]) names.getArray()).map(StaffRole::valueOf).forEach(roles::add);
    return roles;
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static StaffAccount account(ResultSet row) throws SQLException {
    return new StaffAccount(
        new InstitutionCode(row.getString("institution_code")),
        new UserId(row.getString("user_id")),
        row.getString("display_name"),
        new DepartmentCode(row.getString("department_code")),
        roles(row.getArray("roles")),
        AccountState.valueOf(row.getString("state")),
        row.getBoolean("must_change_password"),
        instant(row, "locked_until"),
        instant(row, "last_login_at"),
        row.getString("applied_by"),
        row.getObject("applied_at", OffsetDateTime.class).toInstant(),
        row.getString("approved_by"));
  }
}
