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
  /** Stands where the digest of a file stands otherwise: no file is the same as such a set. */
  private static final byte[] FROM_CONSOLE = new byte[32];

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
    int number = insertSet(institution, grants.size(), digest, client, at);
    insertGrants(institution, number, grants);
    return number;
  }

  private int insertSet(
      InstitutionCode institution, int rows, byte[] digest, String by, Instant at) {
    return jdbc.sql(
            """
                insert into staff_grant_set (institution_code, set_number, row_count, digest,
                                             changed_at, changed_by)
                select :institution,
                       (select coalesce(max(set_number), 0) + 1 from staff_grant_set),
                       :rows, :digest, :at, :client
                returning set_number
                """)
        .param("institution", institution.value())
        .param("rows", rows)
        .param("digest", digest)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("client", by)
        .query(Integer.class)
        .single();
  }

  /**
   * Keeps a set of what is in force but for one, without those that ended before a day; from now on
   * it is in force.
   *
   * @param left position of the grant that is left out, 0 when none is
   * @param from grants that ended before this day stay behind
   * @param more how many will be added
   */
  int insertNext(
      InstitutionCode institution, int left, LocalDate from, int more, String by, Instant at) {
    int before = numberInForce();
    int number = insertSet(institution, count(before, left, from) + more, FROM_CONSOLE, by, at);
    copy(institution, before, number, left, from);
    return number;
  }

  private int numberInForce() {
    return jdbc.sql("select coalesce(max(set_number), 0) from staff_grant_set")
        .query(Integer.class)
        .single();
  }

  private int count(int set, int left, LocalDate from) {
    return jdbc.sql(
            """
            select count(*)
              from staff_grant
             where set_number = :set and position <> :left and valid_to >= :from
            """)
        .param("set", set)
        .param("left", left)
        .param("from", from)
        .query(Integer.class)
        .single();
  }

  private void copy(InstitutionCode institution, int before, int number, int left, LocalDate from) {
    jdbc.sql(
            """
            insert into staff_grant (institution_code, set_number, position, user_id,
                                     department_code, affair_code, granted_function, valid_from,
                                     valid_to, reason, since_set, application_number)
            select :institution, :number, row_number() over (order by position), user_id,
                   department_code, affair_code, granted_function, valid_from, valid_to, reason,
                   coalesce(since_set, set_number), application_number
              from staff_grant
             where set_number = :before and position <> :left and valid_to >= :from
            """)
        .param("institution", institution.value())
        .param("number", number)
        .param("before", before)
        .param("left", left)
        .param("from", from)
        .update();
  }

  /** Adds a grant that the console gave to a set that is being made. */
  void add(InstitutionCode institution, int number, Grant grant, long application) {
    jdbc.sql(
            """
            insert into staff_grant (institution_code, set_number, position, user_id,
                                     department_code, affair_code, granted_function, valid_from,
                                     valid_to, reason, application_number)
            select :institution, :number,
                   coalesce((select max(position) from staff_grant where set_number = :number), 0)
                     + 1,
                   :user, :department, :affair, :function, :from, :to, :reason, :application
            """)
        .param("institution", institution.value())
        .param("number", number)
        .param("user", grant.user().value())
        .param("department", grant.department().value())
        .param("affair", grant.affair().value())
        .param("function", grant.function().name())
        .param("from", grant.from())
        .param("to", grant.to())
        .param("reason", grant.reason())
        .param("application", application)
        .update();
  }

  /** A grant of a set, in force or not. */
  Optional<StoredGrant> find(int set, int position) {
    return jdbc.sql("select * from staff_grant where set_number = :set and position = :position")
        .param("set", set)
        .param("position", position)
        .query((row, index) -> stored(row))
        .optional();
  }

  /** Grants in force of the same person, department, affair and function. */
  List<StoredGrant> inForceLike(Grant grant) {
    return jdbc.sql(
            """
            select *
              from staff_grant
             where set_number = (select max(set_number) from staff_grant_set)
               and user_id = :user
               and department_code = :department
               and affair_code = :affair
               and granted_function = :function
             order by position
            """)
        .param("user", grant.user().value())
        .param("department", grant.department().value())
        .param("affair", grant.affair().value())
        .param("function", grant.function().name())
        .query((row, index) -> stored(row))
        .list();
  }

  private static StoredGrant stored(ResultSet row) throws SQLException {
    return new StoredGrant(
        row.getInt("set_number"),
        row.getInt("position"),
        grant(row),
        row.getObject("application_number", Long.class));
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
