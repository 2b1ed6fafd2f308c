package jp.chukan.gateway.staff.session;

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
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.account.ConsoleInstitutions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions in the database; everything in the open transaction of their institution. */
@Component
class SessionStore {
  private final JdbcClient jdbc;
  private final ConsoleInstitutions institutions;

  SessionStore(JdbcClient jdbc, ConsoleInstitutions institutions) {
    this.jdbc = jdbc;
    this.institutions = institutions;
  }

  /**
   * A session that has ended.
   *
   * @param user whose
   * @param end why
   */
  record Ended(UserId user, SessionEnd end) {}

  /** How a person came in. */
  enum SignedInWith {
    PASSWORD,
    TOKEN
  }

  long insert(
      InstitutionCode institution,
      UserId user,
      SignedInWith how,
      @Nullable Instant previous,
      Instant at) {
    return jdbc.sql(
            """
            insert into staff_session (institution_code, user_id, signed_in_with, opened_at,
                                       previous_at, last_seen_at)
            values (:institution, :user, :how, :at, :previous, :at)
            returning number
            """)
        .param("institution", institution.value())
        .param("user", user.value())
        .param("how", how.name())
        .param("at", utc(at))
        .param("previous", previous == null ? null : utc(previous))
        .query(Long.class)
        .single();
  }

  /**
   * Finds the session when it still runs: not ended, not idle, and of an account that may be used.
   *
   * @param idleSince sessions last seen before are idle
   */
  Optional<StaffSession> findRunning(SessionKey key, Instant idleSince) {
    return jdbc.sql(
            """
            select s.institution_code, s.number, s.user_id, s.opened_at, s.previous_at,
                   s.passkey_at, a.display_name, a.department_code, a.roles,
                   a.must_change_password and s.signed_in_with = 'PASSWORD'
                     as must_change_password,
                   exists (select from staff_passkey p
                            where p.user_id = s.user_id and p.withdrawn_at is null) as has_passkey,
                   (select count(*) from staff_session o
                     where o.user_id = s.user_id and o.number <> s.number
                       and o.ended_at is null and o.last_seen_at > :idleSince) as elsewhere
              from staff_session s
              join staff_account a using (institution_code, user_id)
             where s.number = :number and s.ended_at is null and s.last_seen_at > :idleSince
               and a.state = 'ACTIVE'
            """)
        .param("number", key.number())
        .param("idleSince", utc(idleSince))
        .query((row, index) -> session(row))
        .optional();
  }

  void see(SessionKey key, Instant at) {
    jdbc.sql("update staff_session set last_seen_at = :at where number = :number")
        .param("at", utc(at))
        .param("number", key.number())
        .update();
  }

  void prove(SessionKey key, Instant at) {
    jdbc.sql("update staff_session set passkey_at = :at where number = :number")
        .param("at", utc(at))
        .param("number", key.number())
        .update();
  }

  /** Ends the session unless it has ended before; the result is empty then. */
  Optional<Ended> end(SessionKey key, SessionEnd end, Instant at) {
    return jdbc.sql(
            """
            update staff_session set ended_at = :at, ended_how = :how
             where number = :number and ended_at is null
            returning user_id
            """)
        .param("at", utc(at))
        .param("how", end.name())
        .param("number", key.number())
        .query((row, index) -> new Ended(new UserId(row.getString("user_id")), end))
        .optional();
  }

  /** Ends the oldest of the person's sessions but for so many. */
  List<Ended> endOldest(UserId user, int kept, Instant at) {
    return jdbc.sql(
            """
            update staff_session set ended_at = :at, ended_how = 'DISPLACED'
             where number in (select number from staff_session
                               where user_id = :user and ended_at is null
                               order by number desc offset :kept)
            returning user_id
            """)
        .param("at", utc(at))
        .param("user", user.value())
        .param("kept", kept)
        .query(
            (row, index) -> new Ended(new UserId(row.getString("user_id")), SessionEnd.DISPLACED))
        .list();
  }

  /** Why the session ended, when it has. */
  Optional<SessionEnd> findEnd(SessionKey key) {
    return jdbc.sql("select ended_how from staff_session where number = :number")
        .param("number", key.number())
        .query((row, index) -> Optional.ofNullable(row.getString("ended_how")))
        .optional()
        .flatMap(how -> how)
        .map(SessionEnd::valueOf);
  }

  /** Ends all that are idle; several nodes may do so at once. */
  List<Ended> endIdle(Instant idleSince, Instant at) {
    return jdbc.sql(
            """
            update staff_session set ended_at = :at, ended_how = 'IDLE'
             where ended_at is null and last_seen_at <= :idleSince
            returning user_id
            """)
        .param("at", utc(at))
        .param("idleSince", utc(idleSince))
        .query((row, index) -> new Ended(new UserId(row.getString("user_id")), SessionEnd.IDLE))
        .list();
  }

  private StaffSession session(ResultSet row) throws SQLException {
    var institution = new InstitutionCode(row.getString("institution_code"));
    return new StaffSession(
        new SessionKey(institution.value(), row.getLong("number")),
        new StaffIdentity(
            institution,
            new UserId(row.getString("user_id")),
            new DepartmentCode(row.getString("department_code")),
            roles(row.getArray("roles")),
            row.getObject("passkey_at") != null),
        row.getString("display_name"),
        institutions.name(institution),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("previous_at", OffsetDateTime.class)),
        row.getBoolean("must_change_password"),
        row.getBoolean("has_passkey"),
        row.getInt("elsewhere"));
  }

  private static Set<StaffRole> roles(Array names) throws SQLException {
    Set<StaffRole> roles = EnumSet.noneOf(StaffRole.class);
    Arrays.stream((String[]) names.getArray()).map(StaffRole::valueOf).forEach(roles::add);
    return roles;
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
