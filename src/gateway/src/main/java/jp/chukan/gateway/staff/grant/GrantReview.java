package jp.chukan.gateway.staff.grant;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.staff.Grant;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.StoredGrant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists the grants of the set in force for their regular review (JN-36), with where they came from
 * and what is to be looked at; in the open transaction of the institution.
 */
@Component
public class GrantReview {
  private static final int SOON_DAYS = 30;
  static final String SELECT =
      """
      select g.*, a.display_name, a.state, a.roles, a.department_code as account_department,
             p.applied_by, p.applied_at, s.changed_by, s.changed_at
        from staff_grant g
        join staff_grant_set s
          on s.institution_code = g.institution_code
         and s.set_number = coalesce(g.since_set, g.set_number)
        left join staff_account a
          on a.institution_code = g.institution_code and a.user_id = g.user_id
        left join grant_application p
          on p.institution_code = g.institution_code and p.number = g.application_number
      """;
  private static final String IN_FORCE =
      SELECT + " where g.set_number = (select max(set_number) from staff_grant_set)";

  private final JdbcClient jdbc;
  private final InstantSource clock;

  GrantReview(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** By what the grants are listed. */
  public enum Order {
    /** By person, then 「事務」. */
    PERSON("g.user_id, g.affair_code, g.department_code, g.granted_function, g.valid_from"),
    /** By 「事務」, then person. */
    AFFAIR("g.affair_code, g.user_id, g.department_code, g.granted_function, g.valid_from");

    private final String columns;

    Order(String columns) {
      this.columns = columns;
    }

    String columns() {
      return columns;
    }
  }

  /**
   * @param skip how many to leave out
   * @param most how many at most
   */
  public List<ReviewedGrant> list(Order order, int skip, int most) {
    LocalDate today = JapanDay.of(clock.instant());
    return jdbc.sql(
            IN_FORCE + " order by " + order.columns + ", g.position offset :skip limit :most")
        .param("skip", skip)
        .param("most", most)
        .query((row, index) -> read(row, today))
        .list();
  }

  /** Those of one person. */
  public List<ReviewedGrant> of(UserId user) {
    LocalDate today = JapanDay.of(clock.instant());
    return jdbc.sql(IN_FORCE + " and g.user_id = :user order by " + Order.PERSON.columns)
        .param("user", user.value())
        .query((row, index) -> read(row, today))
        .list();
  }

  /** One of them, when its set is still in force. */
  public Optional<ReviewedGrant> find(int set, int position) {
    LocalDate today = JapanDay.of(clock.instant());
    return jdbc.sql(IN_FORCE + " and g.set_number = :set and g.position = :position")
        .param("set", set)
        .param("position", position)
        .query((row, index) -> read(row, today))
        .optional();
  }

  static ReviewedGrant read(ResultSet row, LocalDate today) throws SQLException {
    Grant grant = GrantApplicationStore.grant(row, row.getString("reason"));
    OffsetDateTime appliedAt = row.getObject("applied_at", OffsetDateTime.class);
    return new ReviewedGrant(
        new StoredGrant(
            row.getInt("set_number"),
            row.getInt("position"),
            grant,
            row.getObject("application_number", Long.class)),
        row.getString("display_name"),
        row.getString("applied_by"),
        appliedAt == null ? null : appliedAt.toInstant(),
        row.getString("changed_by"),
        GrantApplicationStore.instant(row, "changed_at"),
        ChronoUnit.DAYS.between(today, grant.to()),
        marks(row, grant, today));
  }

  private static Set<GrantMark> marks(ResultSet row, Grant grant, LocalDate today)
      throws SQLException {
    Set<GrantMark> marks = EnumSet.noneOf(GrantMark.class);
    if (grant.to().isBefore(today)) {
      marks.add(GrantMark.EXPIRED);
    } else if (grant.to().isBefore(today.plusDays(SOON_DAYS + 1L))) {
      marks.add(GrantMark.SOON);
    }
    if (grant.from().isAfter(today)) {
      marks.add(GrantMark.LATER);
    }
    String state = row.getString("state");
    if (state == null) {
      marks.add(GrantMark.NO_ACCOUNT);
      return marks;
    }
    if (!state.equals("ACTIVE")) {
      marks.add(GrantMark.NOT_IN_USE);
    }
    if (!GrantHolders.mayHold(roles(row.getArray("roles")))) {
      marks.add(GrantMark.ROLE_MISSING);
    }
    if (!grant.department().value().equals(row.getString("account_department"))) {
      marks.add(GrantMark.OTHER_DEPARTMENT);
    }
    return marks;
  }

  private static Set<StaffRole> roles(Array names) throws SQLException {
    Set<StaffRole> roles = EnumSet.noneOf(StaffRole.class);
    for (String name : (String[]) names.getArray()) {
      roles.add(StaffRole.valueOf(name));
    }
    return roles;
  }
}
