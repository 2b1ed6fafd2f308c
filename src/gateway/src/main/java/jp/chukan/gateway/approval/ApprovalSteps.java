package jp.chukan.gateway.approval;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the steps; what people wrote and what was to leave rest encrypted (MS-77). */
@Component
class ApprovalSteps {
  private final JdbcClient jdbc;
  private final PersonalDataCipher cipher;

  ApprovalSteps(JdbcClient jdbc, PersonalDataCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  void append(LockedCase held, int version, ApprovalState next, CaseMove move) {
    ReceptionNumber caseId = held.facts().caseId();
    StaffIdentity who = move.who();
    StaffComment comment = move.comment();
    byte[] written = comment == null ? null : comment.text().getBytes(StandardCharsets.UTF_8);
    jdbc.sql(
            """
            insert into approval_step (institution_code, case_id, version, action, state, user_id,
                                       department_code, role, prepared_by, withheld_items, comment,
                                       content, occurred_at)
            values (:institution, :caseId, :version, :action, :state, :user, :department, :role,
                    :preparedBy, :withheld, :comment, :content, :at)
            """)
        .param("institution", held.institution().value())
        .param("caseId", caseId.value())
        .param("version", version)
        .param("action", move.action().name())
        .param("state", next.name())
        .param("user", who == null ? null : who.user().value())
        .param("department", who == null ? null : who.department().value())
        .param("role", move.role() == null ? null : move.role().name())
        .param("preparedBy", held.preparation().map(p -> p.by().value()).orElse(null))
        .param("withheld", move.withheld().stream().map(ItemCode::value).toArray(String[]::new))
        .param("comment", encrypted(held, written, place(caseId, version, "comment")))
        .param("content", encrypted(held, move.content(), place(caseId, version, "content")))
        .param("at", move.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  private byte @Nullable [] encrypted(LockedCase held, byte @Nullable [] plain, String place) {
    return plain == null ? null : cipher.encrypt(held.institution(), plain, place);
  }

  /** All steps of the case in their order. */
  List<ApprovalStep> of(InstitutionCode institution, ReceptionNumber caseId) {
    return jdbc.sql(
            """
            select version, action, state, user_id, department_code, role, comment, withheld_items,
                   occurred_at
              from approval_step
             where case_id = :caseId
             order by version
            """)
        .param("caseId", caseId.value())
        .query((row, index) -> step(institution, caseId, row))
        .list();
  }

  /** What the step with this version has prepared. */
  PreparedRelease prepared(InstitutionCode institution, ReceptionNumber caseId, int version) {
    return jdbc.sql(
            """
            select version, action, state, user_id, department_code, role, comment, withheld_items,
                   occurred_at, content
              from approval_step
             where case_id = :caseId and version = :version
            """)
        .param("caseId", caseId.value())
        .param("version", version)
        .query(
            (row, index) -> {
              ApprovalStep step = step(institution, caseId, row);
              return new PreparedRelease(
                  step.action(),
                  Objects.requireNonNull(step.user()),
                  step.comment(),
                  step.withheld(),
                  decrypted(
                      institution, row.getBytes("content"), place(caseId, version, "content")),
                  step.at());
            })
        .single();
  }

  private ApprovalStep step(InstitutionCode institution, ReceptionNumber caseId, ResultSet row)
      throws SQLException {
    int version = row.getInt("version");
    String user = row.getString("user_id");
    String department = row.getString("department_code");
    String role = row.getString("role");
    byte[] comment =
        decrypted(institution, row.getBytes("comment"), place(caseId, version, "comment"));
    return new ApprovalStep(
        version,
        ApprovalAction.valueOf(row.getString("action")),
        ApprovalState.valueOf(row.getString("state")),
        user == null ? null : new UserId(user),
        department == null ? null : new DepartmentCode(department),
        role == null ? null : StaffRole.valueOf(role),
        comment == null ? null : new StaffComment(new String(comment, StandardCharsets.UTF_8)),
        items(row.getArray("withheld_items")),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant());
  }

  private byte @Nullable [] decrypted(
      InstitutionCode institution, byte @Nullable [] encrypted, String place) {
    return encrypted == null ? null : cipher.decrypt(institution, encrypted, place);
  }

  private static Set<ItemCode> items(Array codes) throws SQLException {
    return Arrays.stream((String[]) codes.getArray())
        .map(ItemCode::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Where it belongs: it decrypts nowhere else. */
  private static String place(ReceptionNumber caseId, int version, String what) {
    return "approval_step:" + caseId.value() + ":" + version + ":" + what;
  }
}
