package jp.chukan.gateway.console;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import jp.chukan.gateway.approval.ApprovalCase;
import jp.chukan.gateway.provision.ReleaseDesk;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 「承認待ち」: the cases that people must decide (MS-05), of the affairs for which this person has a
 * grant and no others (MS-11); without anything of the citizens.
 */
@Controller
@OpenTo({StaffRole.OFFICER, StaffRole.APPROVER})
class ApprovalsPage {
  static final String PATH = "/console/approvals";

  private final ReleaseDesk desk;
  private final Names names;

  ApprovalsPage(ReleaseDesk desk, Names names) {
    this.desk = desk;
    this.names = names;
  }

  /**
   * @param all anything shows decided cases too
   */
  @GetMapping(PATH)
  String show(
      StaffIdentity staff,
      @RequestParam(required = false) @Nullable String all,
      @RequestParam(required = false) @Nullable String page,
      Model model) {
    List<ApprovalCase> own =
        desk.list(staff).stream()
            .filter(one -> all != null || one.state().isOpen())
            .sorted(Comparator.comparing(ApprovalsPage::urgency))
            .toList();
    Pages<ApprovalCase> cases =
        Pages.of((skip, most) -> own.stream().skip(skip).limit(most).toList(), Pages.number(page));
    model.addAttribute("cases", cases);
    model.addAttribute("all", all != null);
    model.addAttribute(
        "institutions",
        names.institutions(cases.rows().stream().map(ApprovalCase::inquirer).toList()));
    model.addAttribute("names", names);
    return "console/approvals";
  }

  /** What has ended comes last, in the order in which the desk has it. */
  private static Instant urgency(ApprovalCase one) {
    return one.state().isOpen() ? one.permitExpiresAt() : Instant.MAX;
  }
}
