package jp.chukan.gateway.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.inquiry.InquiryOverview;
import jp.chukan.gateway.inquiry.InquiryStateView;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.PageRefusal;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The trace of one exchange by 「処理通番」 or 「受付番号」: every step in order of time, with the other side
 * and the outcome. Nobody is named.
 */
@Controller
@OpenTo({StaffRole.OFFICER, StaffRole.APPROVER, StaffRole.AUDITOR})
class ExchangePage {
  private final CommunicationLog communications;
  private final ProvisionRecords records;
  private final InquiryOverview inquiries;
  private final Names names;
  private final InstitutionTransactions transactions;

  ExchangePage(
      CommunicationLog communications,
      ProvisionRecords records,
      InquiryOverview inquiries,
      Names names,
      InstitutionTransactions transactions) {
    this.communications = communications;
    this.records = records;
    this.inquiries = inquiries;
    this.names = names;
    this.transactions = transactions;
  }

  @GetMapping("/console/exchanges")
  String ask(@RequestParam(required = false) @Nullable String number, Model model) {
    if (number == null || number.isBlank()) {
      return "console/exchanges";
    }
    return "redirect:/console/exchanges/" + new ProcessingNumber(number.strip()).value();
  }

  @GetMapping("/console/exchanges/{number}")
  String show(StaffIdentity staff, @PathVariable String number, Model model) {
    // 「処理通番」 and 「受付番号」 have the same form
    ProcessingNumber anyNumber = new ProcessingNumber(number);
    List<TraceStep> steps =
        transactions.within(staff.institution(), () -> steps(staff.institution(), anyNumber));
    if (steps.isEmpty()) {
      throw PageRefusal.notFound(ErrorCode.SKI_UNKNOWN_RECEPTION);
    }
    model.addAttribute("number", anyNumber.value());
    model.addAttribute("steps", steps);
    model.addAttribute(
        "institutions",
        names.institutions(
            steps.stream().<@Nullable InstitutionCode>map(TraceStep::party).toList()));
    return "console/exchange";
  }

  private List<TraceStep> steps(InstitutionCode institution, ProcessingNumber number) {
    List<TraceStep> steps = new ArrayList<>();
    communications.find(number.value()).stream().map(TraceStep::of).forEach(steps::add);
    records.newest(institution, number, null, Long.MAX_VALUE, Pages.ROWS).stream()
        .map(stored -> TraceStep.of(stored.entry()))
        .forEach(steps::add);
    Optional<InquiryStateView> inquiry = inquiries.inquiry(number);
    inquiry.ifPresent(
        state -> {
          add(steps, state, state.receivedAt(), "trace.inquiry.received");
          add(steps, state, state.sentAt(), "trace.inquiry.sent");
          add(steps, state, state.concludedAt(), "trace.inquiry.concluded");
        });
    steps.sort(Comparator.comparing(TraceStep::at));
    return steps;
  }

  private static void add(
      List<TraceStep> steps, InquiryStateView inquiry, @Nullable Instant at, String kind) {
    if (at != null) {
      steps.add(TraceStep.of(inquiry, at, kind));
    }
  }
}
