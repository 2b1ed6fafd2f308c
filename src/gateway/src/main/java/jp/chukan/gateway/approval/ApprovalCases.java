package jp.chukan.gateway.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The cases while people decide them, in the open transaction of their institution: one deed on a
 * case after the other, each a step that stays.
 */
@Component
public class ApprovalCases {
  private static final String COLUMNS =
      """
      select case_id, processing_number, inquirer_code, affair_code, information_code, reason,
             state, received_at, permit_expires_at, version, request
        from approval_case
      """;

  private final JdbcClient jdbc;
  private final PersonalDataCipher cipher;
  private final ApprovalSteps steps;

  ApprovalCases(JdbcClient jdbc, PersonalDataCipher cipher, ApprovalSteps steps) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.steps = steps;
  }

  /** The case as it stands when nobody else works on it any more; empty when there is none. */
  public Optional<LockedCase> lock(InstitutionCode institution, ReceptionNumber caseId) {
    Optional<Row> row =
        jdbc.sql(COLUMNS + " where case_id = :caseId for update")
            .param("caseId", caseId.value())
            .query((result, index) -> row(result))
            .optional();
    return row.map(found -> locked(institution, found));
  }

  /**
   * Open cases whose permit has run out, the oldest first; without those that somebody works on at
   * this moment.
   */
  public List<LockedCase> lockOverdue(InstitutionCode institution, Instant now, int most) {
    return jdbc
        .sql(
            COLUMNS
                + """
                 where state in ('AWAITING', 'PREPARED') and permit_expires_at <= :now
                 order by permit_expires_at, case_id
                 limit :most
                   for update skip locked
                """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query((result, index) -> row(result))
        .list()
        .stream()
        .map(row -> locked(institution, row))
        .toList();
  }

  /**
   * Takes the step.
   *
   * @return how the case stands now
   * @throws IllegalStateException when {@link ApprovalTable} has no such step
   */
  public ApprovalState take(LockedCase held, CaseMove move) {
    ApprovalState next =
        ApprovalTable.next(held.state(), move.action(), move.role())
            .orElseThrow(() -> new IllegalStateException("no such step: " + move));
    int version = held.version() + 1;
    steps.append(held, version, next, move);
    int moved =
        jdbc.sql(
                """
                update approval_case set state = :state, version = :version
                 where case_id = :caseId and version = :before
                """)
            .param("state", next.name())
            .param("version", version)
            .param("caseId", held.facts().caseId().value())
            .param("before", held.version())
            .update();
    if (moved != 1) {
      throw new IllegalStateException("a locked case was changed by somebody else");
    }
    return next;
  }

  /** A case with its request still encrypted: a result is read to its end before the next query. */
  private record Row(ApprovalCase facts, byte[] request) {}

  private static Row row(ResultSet result) throws SQLException {
    return new Row(ApprovalQueue.read(result), result.getBytes("request"));
  }

  private LockedCase locked(InstitutionCode institution, Row row) {
    ReceptionNumber caseId = row.facts().caseId();
    return new LockedCase(
        institution,
        row.facts(),
        new RawSignedDocument(
            cipher.decrypt(institution, row.request(), ApprovalQueue.place(caseId))),
        steps.of(institution, caseId),
        row.facts().state() == ApprovalState.PREPARED
            ? steps.prepared(institution, caseId, row.facts().version())
            : null);
  }
}
