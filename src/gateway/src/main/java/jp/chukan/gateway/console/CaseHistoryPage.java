package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.approval.ApprovalCase;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.provision.CaseHistory;
import jp.chukan.gateway.provision.ReleaseDesk;
import jp.chukan.gateway.provision.ReleaseOutcome;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.PageRefusal;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a case went, also when it has ended: who did what, when and why (MS-77); to be printed. */
@Controller
@OpenTo({StaffRole.OFFICER, StaffRole.APPROVER})
class CaseHistoryPage {
  private static final String PATH = ApprovalsPage.PATH + "/{caseId}/history";

  private final ReleaseDesk desk;
  private final CaseSheets sheets;
  private final Names names;
  private final StaffNames staffNames;
  private final InstantSource clock;

  CaseHistoryPage(
      ReleaseDesk desk,
      CaseSheets sheets,
      Names names,
      StaffNames staffNames,
      InstantSource clock) {
    this.desk = desk;
    this.sheets = sheets;
    this.names = names;
    this.staffNames = staffNames;
    this.clock = clock;
  }

  /** Asks for the purpose; what people wrote may speak of the citizen. */
  @GetMapping(PATH)
  String ask(StaffIdentity staff, @PathVariable String caseId, Model model) {
    return ask(staff, new ReceptionNumber(caseId), null, model);
  }

  @PostMapping(PATH)
  String show(
      StaffIdentity staff,
      @PathVariable String caseId,
      @RequestParam(required = false) @Nullable String purpose,
      Model model,
      HttpServletResponse response) {
    ReceptionNumber number = new ReceptionNumber(caseId);
    if (!Purpose.isStated(purpose)) {
      model.addAttribute("purposeMissing", true);
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return ask(staff, number, purpose, model);
    }
    try {
      show(staff, number, CaseSheets.purpose(purpose), model);
    } catch (InvalidInputException e) {
      sheets.refuse(staff, CaseRefusal.of(e), model);
    }
    if (model.getAttribute("refusal") instanceof CaseRefusal refusal) {
      response.setStatus(refusal.status().value());
    }
    return page(number, purpose, model);
  }

  private void show(
      StaffIdentity staff, ReceptionNumber number, StaffComment purpose, Model model) {
    CaseHistory history = desk.steps(staff, number, purpose);
    if (history instanceof ReleaseOutcome.Expired) {
      // the look has ended it: now it has a history
      history = desk.steps(staff, number, purpose);
    }
    switch (history) {
      case CaseHistory.Steps steps -> {
        fill(steps.facts(), model);
        model.addAttribute("steps", steps.steps());
        model.addAttribute("staffNames", staffNames.ofSteps(staff.institution(), steps.steps()));
        model.addAttribute("shownAt", clock.instant());
      }
      case ReleaseOutcome.Denied denied -> sheets.refuse(staff, CaseRefusal.of(denied), model);
    }
  }

  private String ask(
      StaffIdentity staff, ReceptionNumber number, @Nullable String purpose, Model model) {
    fill(
        desk.find(staff, number)
            .orElseThrow(() -> PageRefusal.notFound(ErrorCode.TKY_CASE_UNKNOWN)),
        model);
    return page(number, purpose, model);
  }

  private void fill(ApprovalCase facts, Model model) {
    model.addAttribute("facts", facts);
    model.addAttribute("names", names);
    model.addAttribute("institutions", names.institutions(List.of(facts.inquirer())));
  }

  private static String page(ReceptionNumber number, @Nullable String purpose, Model model) {
    model.addAttribute("caseId", number.value());
    model.addAttribute("purpose", purpose);
    return "console/approval-history";
  }
}
