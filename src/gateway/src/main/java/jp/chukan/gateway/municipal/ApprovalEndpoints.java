package jp.chukan.gateway.municipal;

import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.gateway.access.ClientIdentity;
import jp.chukan.gateway.approval.ApprovalCase;
import jp.chukan.gateway.approval.ApprovalQueue;
import jp.chukan.gateway.approval.ApprovalReason;
import jp.chukan.gateway.approval.ApprovalState;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows the municipality what waits for its approval (MS-05), without anything of the person. There
 * is no way to release a case from here (MS-08).
 */
@RestController
class ApprovalEndpoints {
  private final ApprovalQueue approvals;
  private final InstitutionTransactions transactions;

  ApprovalEndpoints(ApprovalQueue approvals, InstitutionTransactions transactions) {
    this.approvals = approvals;
    this.transactions = transactions;
  }

  /** One case as its institution sees it. */
  record ApprovalCaseView(
      ReceptionNumber caseId,
      ProcessingNumber processingNumber,
      InstitutionCode inquirer,
      AffairCode affair,
      SpecificPersonalInformationCode information,
      ApprovalReason reason,
      Instant receivedAt,
      Instant permitExpiresAt,
      ApprovalState state) {

    static ApprovalCaseView of(ApprovalCase waiting) {
      return new ApprovalCaseView(
          waiting.caseId(),
          waiting.processingNumber(),
          waiting.inquirer(),
          waiting.affair(),
          waiting.information(),
          waiting.reason(),
          waiting.receivedAt(),
          waiting.permitExpiresAt(),
          waiting.state());
    }
  }

  @GetMapping(path = "/municipal/approval-cases", produces = MediaType.APPLICATION_JSON_VALUE)
  List<ApprovalCaseView> approvalCases(@AuthenticationPrincipal ClientIdentity client) {
    return transactions.within(client.institution(), approvals::list).stream()
        .map(ApprovalCaseView::of)
        .toList();
  }
}
