package jp.chukan.gateway.console;

import java.time.InstantSource;
import jp.chukan.gateway.approval.ApprovalOverview;
import jp.chukan.gateway.correction.CorrectionDesk;
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

/** What waits for the person who signed in, and what is wrong; counts only. */
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
  private final PermissionMatchingLists lists;
  private final Institutions institutions;
  private final HomeConcerns concerns;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  HomePage(
      ApprovalOverview approvals,
      CorrectionDesk corrections,
      InquiryOverview inquiries,
      PermissionMatchingLists lists,
      Institutions institutions,
      HomeConcerns concerns,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.approvals = approvals;
    this.corrections = corrections;
    this.inquiries = inquiries;
    this.lists = lists;
    this.institutions = institutions;
    this.concerns = concerns;
    this.transactions = transactions;
    this.clock = clock;
  }

  @GetMapping("/console")
  String show(StaffIdentity staff, Model model) {
    model.addAttribute("concerns", concerns.of(staff));
    model.addAttribute("oldDays", OLD_DAYS);
    model.addAttribute("list", lists.inForce().orElse(null));
    model.addAttribute("master", institutions.inForce().orElse(null));
    transactions.run(
        staff.institution(),
        () -> {
          if (ConsolePage.APPROVALS.opensTo(staff)) {
            model.addAttribute("cases", approvals.counts());
            model.addAttribute("nextExpiry", approvals.nextExpiry().orElse(null));
          }
          if (ConsolePage.REPLICAS.opensTo(staff)) {
            model.addAttribute("waitingProposals", corrections.waitingFor(staff));
          }
          if (ConsolePage.INQUIRIES.opensTo(staff)) {
            model.addAttribute("openInquiries", inquiries.open());
            model.addAttribute("overdueInquiries", inquiries.overdue(clock.instant()));
          }
        });
    return "console/home";
  }
}
