package jp.chukan.gateway.staff;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says what a person of the staff may do (MS-11, MS-22, MS-23). */
@Component
public class Grants {
  private final JdbcClient jdbc;
  private final GrantStore store;

  Grants(JdbcClient jdbc, GrantStore store) {
    this.jdbc = jdbc;
    this.store = store;
  }

  /**
   * Whether the open transaction's institution has granted this. Without a grant the answer is no,
   * and with one too as long as the account of the person is disabled (JN-35).
   *
   * @param day in Japan; the first and last day of a grant belong to it
   */
  public boolean permits(
      UserId user,
      DepartmentCode department,
      AffairCode affair,
      GrantedFunction function,
      LocalDate day) {
    return jdbc.sql(
            """
            select exists (
              select
                from staff_grant
               where set_number = (select max(set_number) from staff_grant_set)
                 and user_id = :user
                 and department_code = :department
                 and affair_code = :affair
                 and granted_function = :function
                 and :day between valid_from and valid_to)
               and not exists (
              select
                from staff_account
                join staff_account_event using (institution_code, user_id)
               where user_id = :user and state = 'DISABLED' and kind = 'APPROVED')
            """)
        .param("user", user.value())
        .param("department", department.value())
        .param("affair", affair.value())
        .param("function", function.name())
        .param("day", day)
        .query(Boolean.class)
        .single();
  }

  /**
   * Whether the open transaction's institution has granted this for any 「事務」: what is not bound to
   * one, as a stored 「副本」 is not.
   *
   * @param day in Japan; the first and last day of a grant belong to it
   */
  public boolean permitsAny(
      UserId user, DepartmentCode department, GrantedFunction function, LocalDate day) {
    return !affairs(user, department, function, day).isEmpty();
  }

  /**
   * The 「事務」 for which the open transaction's institution has granted this.
   *
   * @param day in Japan; the first and last day of a grant belong to it
   */
  public Set<AffairCode> affairs(
      UserId user, DepartmentCode department, GrantedFunction function, LocalDate day) {
    return jdbc
        .sql(
            """
            select distinct affair_code
              from staff_grant
             where set_number = (select max(set_number) from staff_grant_set)
               and user_id = :user
               and department_code = :department
               and granted_function = :function
               and :day between valid_from and valid_to
            """)
        .param("user", user.value())
        .param("department", department.value())
        .param("function", function.name())
        .param("day", day)
        .query((row, index) -> new AffairCode(row.getString("affair_code")))
        .list()
        .stream()
        .filter(affair -> permits(user, department, affair, function, day))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The open transaction's institution's grants, or empty while it has set none (JN-36). */
  public Optional<GrantSet> inForce() {
    return store.inForce();
  }
}
