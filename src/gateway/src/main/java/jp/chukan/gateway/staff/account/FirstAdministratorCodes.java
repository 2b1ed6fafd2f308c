package jp.chukan.gateway.staff.account;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.kernel.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One-time codes in the database, as digests; in the open transaction of the institution. */
@Component
class FirstAdministratorCodes {
  private final JdbcClient jdbc;

  FirstAdministratorCodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a code stands for.
   *
   * @param number tells it from others
   * @param displayName name of the person for whom it was made
   * @param madeBy common name of the certificate that asked for it
   */
  record Kept(long number, String displayName, DepartmentCode department, String madeBy) {

    /** Never shows the name. */
    @Override
    public String toString() {
      return "Kept[" + number + "]";
    }
  }

  void insert(
      InstitutionCode institution,
      String code,
      UserId user,
      String name,
      DepartmentCode department,
      String client,
      Instant at,
      Instant expiresAt) {
    jdbc.sql(
            """
            insert into first_administrator_code (institution_code, digest, user_id, display_name,
                                                  department_code, made_by, made_at, expires_at)
            values (:institution, :digest, :user, :name, :department, :client, :at, :expires)
            """)
        .param("institution", institution.value())
        .param("digest", digest(code))
        .param("user", user.value())
        .param("name", name)
        .param("department", department.value())
        .param("client", client)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Uses the code up when it is this person's and still good. */
  Optional<Kept> take(String code, UserId user, Instant at) {
    OffsetDateTime now = at.atOffset(ZoneOffset.UTC);
    return jdbc.sql(
            """
            update first_administrator_code
               set used_at = :now
             where digest = :digest and user_id = :user and used_at is null and expires_at > :now
            returning number, display_name, department_code, made_by
            """)
        .param("digest", digest(code))
        .param("user", user.value())
        .param("now", now)
        .query(
            (row, index) ->
                new Kept(
                    row.getLong("number"),
                    row.getString("display_name"),
                    new DepartmentCode(row.getString("department_code")),
                    row.getString("made_by")))
        .optional();
  }

  private static byte[] digest(String code) {
    return Sha256.of(OneTimeWords.normalised(code).getBytes(StandardCharsets.UTF_8));
  }
}
