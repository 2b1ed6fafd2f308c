package jp.chukan.gateway.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.message.ProvisionRequest;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import jp.chukan.gateway.kernel.SerialNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The queue of what waits for approval (MS-05, MS-07). Nothing leaves from here by itself: a case
 * is only kept and shown. Whatever points at the person rests encrypted.
 */
@Component
public class ApprovalQueue {
  private static final int MOST_ROWS = 1_000;

  private final JdbcClient jdbc;
  private final PersonalDataCipher cipher;
  private final SerialNumbers numbers;

  ApprovalQueue(JdbcClient jdbc, PersonalDataCipher cipher, SerialNumbers numbers) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.numbers = numbers;
  }

  /** Keeps the request in the open transaction of the institution, as a case of its own. */
  public ReceptionNumber hold(HeldRequest held) {
    ReceptionNumber caseId = numbers.nextReceptionNumber();
    ProvisionRequest.Body request = held.request();
    jdbc.sql(
            """
            insert into approval_case (institution_code, case_id, processing_number, inquirer_code,
                                       affair_code, information_code, reason, state, received_at,
                                       permit_expires_at, request)
            values (:institution, :caseId, :number, :inquirer, :affair, :information, :reason,
                    'AWAITING', :receivedAt, :expiresAt, :request)
            """)
        .param("institution", held.institution().value())
        .param("caseId", caseId.value())
        .param("number", request.processingNumber().value())
        .param("inquirer", request.inquirer().value())
        .param("affair", request.affair().value())
        .param("information", request.information().value())
        .param("reason", held.reason().name())
        .param("receivedAt", held.receivedAt().atOffset(ZoneOffset.UTC))
        .param("expiresAt", held.permitExpiresAt().atOffset(ZoneOffset.UTC))
        .param("request", cipher.encrypt(held.institution(), held.signed().bytes(), place(caseId)))
        .update();
    return caseId;
  }

  /**
   * The cases of the open transaction's institution, those that wait first; of these the oldest
   * first, of the others the newest; at most 1,000.
   */
  public List<ApprovalCase> list() {
    return jdbc.sql(
            """
            select case_id, processing_number, inquirer_code, affair_code, information_code, reason,
                   state, received_at, permit_expires_at, version
              from approval_case
             order by state not in ('AWAITING', 'PREPARED'),
                      case when state in ('AWAITING', 'PREPARED') then received_at end,
                      received_at desc, case_id
             limit :most
            """)
        .param("most", MOST_ROWS)
        .query((row, index) -> read(row))
        .list();
  }

  /** The case of the open transaction's institution; empty when it has none of this number. */
  public Optional<ApprovalCase> find(ReceptionNumber caseId) {
    return jdbc.sql(
            """
            select case_id, processing_number, inquirer_code, affair_code, information_code, reason,
                   state, received_at, permit_expires_at, version
              from approval_case
             where case_id = :caseId
            """)
        .param("caseId", caseId.value())
        .query((row, index) -> read(row))
        .optional();
  }

  static ApprovalCase read(ResultSet row) throws SQLException {
    return new ApprovalCase(
        new ReceptionNumber(row.getString("case_id")),
        new ProcessingNumber(row.getString("processing_number")),
        new InstitutionCode(row.getString("inquirer_code")),
        new AffairCode(row.getString("affair_code")),
        new SpecificPersonalInformationCode(row.getString("information_code")),
        ApprovalReason.valueOf(row.getString("reason")),
        ApprovalState.valueOf(row.getString("state")),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getObject("permit_expires_at", OffsetDateTime.class).toInstant(),
        row.getInt("version"));
  }

  /** Where the request belongs: it decrypts nowhere else. */
  static String place(ReceptionNumber caseId) {
    return "approval_case:" + caseId.value();
  }
}
