package jp.chukan.gateway.correction;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import jp.chukan.gateway.kernel.RestingContent;
import jp.chukan.gateway.replica.ReplicaChange;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the steps for good; what people wrote, before and after rest encrypted (MS-55). */
@Component
class ProposalSteps {
  private final JdbcClient jdbc;
  private final PersonalDataCipher cipher;

  ProposalSteps(JdbcClient jdbc, PersonalDataCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  /**
   * @param after how the proposal stands with the step
   */
  void append(InstitutionCode institution, ReplicaProposal after, ProposalMove move) {
    ReceptionNumber number = after.number();
    int version = after.version();
    StaffIdentity who = move.who();
    StaffComment comment = move.comment();
    ReplicaChange change = move.change();
    byte[] written = comment == null ? null : comment.text().getBytes(StandardCharsets.UTF_8);
    byte[] content = change == null ? null : RestingContent.write(change);
    jdbc.sql(
            """
            insert into replica_proposal_step (institution_code, proposal_number, version, action,
                                               state, user_id, department_code, role, comment,
                                               content, occurred_at)
            values (:institution, :number, :version, :action, :state, :user, :department, :role,
                    :comment, :content, :at)
            """)
        .param("institution", institution.value())
        .param("number", number.value())
        .param("version", version)
        .param("action", move.action().name())
        .param("state", after.state().name())
        .param("user", who == null ? null : who.user().value())
        .param("department", who == null ? null : who.department().value())
        .param("role", move.role() == null ? null : move.role().name())
        .param("comment", encrypted(institution, written, place(number, version, "comment")))
        .param("content", encrypted(institution, content, place(number, version, "content")))
        .param("at", move.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** A step whose texts are still encrypted: a result is read to its end before the next query. */
  @SuppressWarnings("ArrayRecordComponent") // compared by no one
  private record Row(ProposalStep step, byte @Nullable [] comment, byte @Nullable [] content) {}

  /** All steps of the proposal in their order. */
  List<ProposalStep> of(InstitutionCode institution, ReceptionNumber number) {
    return jdbc
        .sql(
            """
            select * from replica_proposal_step where proposal_number = :number order by version
            """)
        .param("number", number.value())
        .query((result, index) -> row(result))
        .list()
        .stream()
        .map(row -> opened(institution, number, row))
        .toList();
  }

  private static Row row(ResultSet row) throws SQLException {
    String user = row.getString("user_id");
    String department = row.getString("department_code");
    String role = row.getString("role");
    return new Row(
        new ProposalStep(
            row.getInt("version"),
            ProposalAction.valueOf(row.getString("action")),
            ProposalState.valueOf(row.getString("state")),
            user == null ? null : new UserId(user),
            department == null ? null : new DepartmentCode(department),
            role == null ? null : StaffRole.valueOf(role),
            null,
            null,
            row.getObject("occurred_at", OffsetDateTime.class).toInstant()),
        row.getBytes("comment"),
        row.getBytes("content"));
  }

  private ProposalStep opened(InstitutionCode institution, ReceptionNumber number, Row row) {
    ProposalStep step = row.step();
    byte[] comment =
        decrypted(institution, row.comment(), place(number, step.version(), "comment"));
    byte[] content =
        decrypted(institution, row.content(), place(number, step.version(), "content"));
    return new ProposalStep(
        step.version(),
        step.action(),
        step.state(),
        step.user(),
        step.department(),
        step.role(),
        comment == null ? null : new StaffComment(new String(comment, StandardCharsets.UTF_8)),
        content == null ? null : RestingContent.read(content, ReplicaChange.class),
        step.at());
  }

  private byte @Nullable [] encrypted(
      InstitutionCode institution, byte @Nullable [] plain, String place) {
    return plain == null ? null : cipher.encrypt(institution, plain, place);
  }

  private byte @Nullable [] decrypted(
      InstitutionCode institution, byte @Nullable [] encrypted, String place) {
    return encrypted == null ? null : cipher.decrypt(institution, encrypted, place);
  }

  /** Where it belongs: it decrypts nowhere else. */
  private static String place(ReceptionNumber number, int version, String what) {
    return "replica_proposal_step:" + number.value() + ":" + version + ":" + what;
  }
}
