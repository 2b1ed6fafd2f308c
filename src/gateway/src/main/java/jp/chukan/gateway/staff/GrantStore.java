package jp.chukan.gateway.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The grants of an institution in the database; everything in its open transaction. */
@Component
class GrantStore {
  private final JdbcClient jdbc;

  GrantStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Holds off every other change of this institution's grants until the transaction ends. */
  void lock(InstitutionCode institution) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('staff_grant'), hashtext(:institution))")
        .param("institution", institution.value())
        .query(
            row -> {
              // only waited for
            });
  }

  /** Number of the set in force when it came from the same file. */
  Optional<Integer> findSame(byte[] digest) {
    return jdbc.sql(
            """
            select set_number
              from staff_grant_set
             where set_number = (select max(set_number) from staff_grant_set)
               and digest = :digest
            """)
        .param("digest", digest)
        .query(Integer.class)
        .optional();
  }

  /** Keeps a set beside those before it; from now on it is in force. */
  int insert(
      InstitutionCode institution, List<Grant> grants, byte[] digest, String client, Instant at) {
    int number =
        jdbc.sql(
                """
                insert into staff_grant_set (institution_code, set_number, row_count, digest,
                                             changed_at, changed_by)
                select :institution,
                       (select coalesce(max(set_number), 0) + 1 from staff_grant_set),
                       :rows, :digest, :at, :client
                returning set_number
                """)
            .param("institution", institution.value())
            .param("rows", grants.size())
            .param("digest", digest)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("client", client)
            .query(Integer.class)
            .single();
    insertGrants(institution, number, grants);
    return number;
  }

  private void insertGrants(InstitutionCode institution, int number, List<Grant> grants) {
    jdbc.sql(
            """
            insert into staff_grant (institution_code, set_number, position, user_id,
                                     department_code, affair_code, granted_function, valid_from,
                                     valid_to, reason)
            select :institution, :number, position, user_id, department, affair, function,
                   cast(valid_from as date), cast(valid_to as date), reason
              from unnest(:users, :departments, :affairs, :functions, :from, :to, :reasons)
                   with ordinality
                   as entry (user_id, department, affair, function, valid_from, valid_to, reason,
                             position)
            """)
        .param("institution", institution.value())
        .param("number", number)
        .param("users", column(grants, grant -> grant.user().value()))
        .param("departments", column(grants, grant -> grant.department().value()))
        .param("affairs", column(grants, grant -> grant.affair().value()))
        .param("functions", column(grants, grant -> grant.function().name()))
        .param("from", column(grants, grant -> grant.from().toString()))
        .param("to", column(grants, grant -> grant.to().toString()))
        .param("reasons", column(grants, Grant::reason))
        .update();
  }

  private static String[] column(List<Grant> grants, Function<Grant, String> value) {
    return grants.stream().map(value).toArray(String[]::new);
  }

  /** The set in force, or empty while there is none. */
  Optional<GrantSet> inForce() {
    return jdbc.sql(
            """
            select set_number, changed_at, changed_by
              from staff_grant_set
             order by set_number desc
             limit 1
            """)
        .query(
            (row, index) ->
                new GrantSet(
                    row.getInt("set_number"),
                    row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                    row.getString("changed_by"),
                    grants(row.getInt("set_number"))))
        .optional();
  }

  private List<Grant> grants(int number) {
    return jdbc.sql(
            """
            select user_id, department_code, affair_code, granted_function, valid_from, valid_to,
                   reason
              from staff_grant
             where set_number = :number
             order by position
            """)
        .param("number", number)
        .query((row, index) -> grant(row))
        .list();
  }

  private static Grant grant(ResultSet row) throws SQLException {
    return new Grant(
        new UserId(row.getString("user_id")),
        new DepartmentCode(row.getString("department_code")),
        new AffairCode(row.getString("affair_code")),
        GrantedFunction.valueOf(row.getString("granted_function")),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getString("reason"));
  }
}
