package jp.chukan.gateway.staff.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import jp.chukan.contract.code.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What logins leave at an account; in the open transaction of the institution. */
@Component
class LoginStore {
  private final JdbcClient jdbc;

  LoginStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a login is decided by.
   *
   * @param hash Argon2id hash, null before the first password
   * @param active whether the account may be used
   * @param failures wrong passwords in a row
   * @param lockedUntil end of the last lock
   * @param lastLoginAt the login before
   */
  record Credentials(
      @Nullable String hash,
      boolean active,
      int failures,
      @Nullable Instant lockedUntil,
      @Nullable Instant lastLoginAt) {

    /** Never shows the hash. */
    @Override
    public String toString() {
      return "Credentials[active=" + active + "]";
    }
  }

  Optional<Credentials> find(UserId user) {
    return query(user, "");
  }

  /** Holds off every other login of the account until the transaction ends. */
  Optional<Credentials> lock(UserId user) {
    return query(user, " for update");
  }

  private Optional<Credentials> query(UserId user, String how) {
    return jdbc.sql(
            """
            select password_hash, state, failed_attempts, locked_until, last_login_at
              from staff_account
             where user_id = :user
            """
                + how)
        .param("user", user.value())
        .query((row, index) -> credentials(row))
        .optional();
  }

  void fail(UserId user, int failures, @Nullable Instant lockedUntil) {
    jdbc.sql(
            """
            update staff_account
               set failed_attempts = :failures,
                   locked_until = coalesce(cast(:until as timestamptz), locked_until)
             where user_id = :user
            """)
        .param("user", user.value())
        .param("failures", failures)
        .param("until", lockedUntil == null ? null : lockedUntil.atOffset(ZoneOffset.UTC))
        .update();
  }

  void succeed(UserId user, Instant at) {
    jdbc.sql(
            """
            update staff_account
               set failed_attempts = 0, locked_until = null, last_login_at = :at
             where user_id = :user
            """)
        .param("user", user.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  void changePassword(UserId user, String hash) {
    jdbc.sql(
            """
            update staff_account
               set password_hash = :hash, must_change_password = false, failed_attempts = 0
             where user_id = :user
            """)
        .param("user", user.value())
        .param("hash", hash)
        .update();
  }

  private static Credentials credentials(ResultSet row) throws SQLException {
    return new Credentials(
        row.getString("password_hash"),
        row.getString("state").equals("ACTIVE"),
        row.getInt("failed_attempts"),
        instant(row.getObject("locked_until", OffsetDateTime.class)),
        instant(row.getObject("last_login_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
