package jp.chukan.gateway.console;

import java.time.InstantSource;
import java.util.List;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.evidence.InclusionProof;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.record.StoredRecord;
import jp.chukan.gateway.record.seal.RecordProofs;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.PageRefusal;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The proof of one 「情報提供等記録」 as paper, without a 「符号」, and as the file that {@code
 * docs/evidence.md} describes, which holds one: it leaves with a superior and a purpose (JN-19,
 * JN-21, JN-37).
 */
@Controller
class RecordProofPage {
  private static final String PATH = "/console/records/{number}";

  private final ProvisionRecords records;
  private final RecordProofs proofs;
  private final OperationLog operations;
  private final Names names;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  RecordProofPage(
      ProvisionRecords records,
      RecordProofs proofs,
      OperationLog operations,
      Names names,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.records = records;
    this.proofs = proofs;
    this.operations = operations;
    this.names = names;
    this.transactions = transactions;
    this.clock = clock;
  }

  private record Proved(StoredRecord record, @Nullable InclusionProof proof) {}

  @OpenTo({StaffRole.OFFICER, StaffRole.APPROVER, StaffRole.AUDITOR})
  @GetMapping(PATH)
  String show(StaffIdentity staff, @PathVariable String number, Model model) {
    Proved proved = transactions.within(staff.institution(), () -> proved(staff, number));
    fill(model, proved);
    model.addAttribute("mayTake", staff.mayActAs(StaffRole.APPROVER));
    return "console/record";
  }

  @OpenTo(StaffRole.APPROVER)
  @PostMapping(PATH + "/proof")
  Object file(
      StaffIdentity staff,
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String purpose,
      Model model) {
    if (!Purpose.isStated(purpose)) {
      model.addAttribute("purposeMissing", true);
      return show(staff, number, model);
    }
    InclusionProof proof =
        transactions.within(
            staff.institution(),
            () -> {
              Proved proved = proved(staff, number);
              if (proved.proof == null) {
                throw PageRefusal.notFound(ErrorCode.TKM_NOT_SEALED);
              }
              operations.append(taken(staff, proved.record, purpose));
              return proved.proof;
            });
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("proof-" + proof.path().position() + ".json")
                .build()
                .toString())
        .body(proof.file());
  }

  private Proved proved(StaffIdentity staff, String number) {
    StoredRecord record =
        records
            .at(staff.institution(), position(number))
            .orElseThrow(() -> PageRefusal.notFound(ErrorCode.TKM_RECORD_NOT_FOUND));
    try {
      return new Proved(record, proofs.of(staff.institution(), record.position()));
    } catch (InvalidInputException e) {
      if (e.refusal().code() == ErrorCode.TKM_NOT_SEALED) {
        return new Proved(record, null);
      }
      throw e;
    }
  }

  private static long position(String number) {
    if (!number.matches("[0-9]{1,18}")) {
      throw PageRefusal.notFound(ErrorCode.TKM_RECORD_NOT_FOUND);
    }
    return Long.parseLong(number);
  }

  private void fill(Model model, Proved proved) {
    RecordsPage.fill(model, List.of(proved.record), names);
    model.addAttribute("number", proved.record.position());
    model.addAttribute("proof", proved.proof);
    model.addAttribute("printedAt", clock.instant());
    if (proved.proof != null) {
      try {
        model.addAttribute("checked", proofs.check(proved.proof));
      } catch (InvalidInputException e) {
        model.addAttribute("broken", e.refusal().code());
      }
    }
  }

  private Operation taken(StaffIdentity staff, StoredRecord record, @Nullable String purpose) {
    var exchange = record.entry().processingNumber();
    return new Operation(
        staff.institution(),
        staff.user(),
        OperationKind.EXPORT,
        "console.records.proof",
        true,
        exchange == null ? null : exchange.value(),
        null,
        Purpose.of(purpose),
        clock.instant());
  }
}
