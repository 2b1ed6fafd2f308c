package jp.chukan.gateway.console;

import jp.chukan.gateway.approval.ApprovalCase;
import jp.chukan.gateway.approval.ApprovalOverview;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 「承認待ち」: the cases that people must decide (MS-05), without anything of the persons. */
@Controller
@OpenTo({StaffRole.OFFICER, StaffRole.APPROVER})
class ApprovalsPage {
  private final ApprovalOverview approvals;
  private final Names names;
  private final InstitutionTransactions transactions;

  ApprovalsPage(ApprovalOverview approvals, Names names, InstitutionTransactions transactions) {
    this.approvals = approvals;
    this.names = names;
    this.transactions = transactions;
  }

  /**
   * @param all anything shows decided cases too
   */
  @GetMapping("/console/approvals")
  String show(
      StaffIdentity staff,
      @RequestParam(required = false) @Nullable String all,
      @RequestParam(required = false) @Nullable String page,
      Model model) {
    Pages<ApprovalCase> cases =
        transactions.within(
            staff.institution(),
            () ->
                Pages.of(
                    (skip, most) -> approvals.page(all != null, skip, most), Pages.number(page)));
    model.addAttribute("cases", cases);
    model.addAttribute("all", all != null);
    model.addAttribute(
        "institutions",
        names.institutions(cases.rows().stream().map(ApprovalCase::inquirer).toList()));
    model.addAttribute("names", names);
    return "console/approvals";
  }
}
