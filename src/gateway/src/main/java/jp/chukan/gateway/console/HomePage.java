package jp.chukan.gateway.console;

import java.time.Instant;
import java.time.InstantSource;
import jp.chukan.gateway.approval.ApprovalOverview;
import jp.chukan.gateway.correction.CorrectionDesk;
import jp.chukan.gateway.export.Exports;
import jp.chukan.gateway.inquiry.InquiryOverview;
import jp.chukan.gateway.institution.Institutions;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.permission.PermissionMatchingLists;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What waits for the person who signed in, as far as role and grants reach, and what is wrong;
 * counts only.
 */
@Controller
@OpenTo({
  StaffRole.OFFICER,
  StaffRole.APPROVER,
  StaffRole.AUDITOR,
  StaffRole.ADMINISTRATOR,
  StaffRole.OPERATOR
})
class HomePage {
  /** A list or master that is older deserves a look. */
  static final int OLD_DAYS = 30;

  private final ApprovalOverview approvals;
  private final CorrectionDesk corrections;
  private final InquiryOverview inquiries;
  private final Exports exports;
  private final PermissionMatchingLists lists;
  private final Institutions institutions;
  private final HomeConcerns concerns;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  HomePage(
      ApprovalOverview approvals,
      CorrectionDesk corrections,
      InquiryOverview inquiries,
      Exports exports,
      PermissionMatchingLists lists,
      Institutions institutions,
      HomeConcerns concerns,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.approvals = approvals;
    this.corrections = corrections;
    this.inquiries = inquiries;
    this.exports = exports;
    this.lists = lists;
    this.institutions = institutions;
    this.concerns = concerns;
    this.transactions = transactions;
    this.clock = clock;
  }

  @GetMapping("/console")
  String show(StaffIdentity staff, Model model) {
    Instant now = clock.instant();
    model.addAttribute("concerns", concerns.of(staff));
    model.addAttribute("oldDays", OLD_DAYS);
    model.addAttribute("list", lists.inForce().orElse(null));
    model.addAttribute("master", institutions.inForce().orElse(null));
    transactions.run(
        staff.institution(),
        () -> {
          if (ConsolePage.APPROVALS.opensTo(staff)) {
            model.addAttribute("cases", approvals.counts(staff, now));
            model.addAttribute("nextExpiry", approvals.nextExpiry(staff, now).orElse(null));
          }
          if (ConsolePage.REPLICAS.opensTo(staff)) {
            model.addAttribute("waitingProposals", corrections.waitingFor(staff));
          }
          if (ConsolePage.INQUIRIES.opensTo(staff)) {
            model.addAttribute("openInquiries", inquiries.open());
            model.addAttribute("overdueInquiries", inquiries.overdue(now));
          }
          if (ConsolePage.EXPORTS.opensTo(staff)) {
            model.addAttribute("waitingExports", exports.waitingFor(staff));
            model.addAttribute("readyExports", exports.readyFor(staff));
          }
        });
    return "console/home";
  }
}
