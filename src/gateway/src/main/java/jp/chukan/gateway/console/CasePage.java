package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.approval.ApprovalCase;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.provision.ReleaseDesk;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One held case: asks why somebody looks, shows what would leave beside the 「副本」 (MS-05, MU-11,
 * MU-26), and takes what the person decides (MS-06, MS-07). A refusal is told on the page, with
 * what was written still there.
 */
@Controller
@OpenTo({StaffRole.OFFICER, StaffRole.APPROVER})
class CasePage {
  private static final String PATH = ApprovalsPage.PATH + "/{caseId}";
  private static final String VIEW = "console/approval";

  private final ReleaseDesk desk;
  private final CaseSheets sheets;
  private final CaseDeeds deeds;
  private final Names names;

  CasePage(ReleaseDesk desk, CaseSheets sheets, CaseDeeds deeds, Names names) {
    this.desk = desk;
    this.sheets = sheets;
    this.deeds = deeds;
    this.names = names;
  }

  /** Asks for the purpose; shows nothing of the citizen and keeps no look. */
  @GetMapping(PATH)
  String ask(StaffIdentity staff, @PathVariable String caseId, Model model) {
    return ask(staff, new ReceptionNumber(caseId), CaseForm.opened(null), model);
  }

  @PostMapping(PATH)
  String show(
      StaffIdentity staff,
      @PathVariable String caseId,
      @RequestParam(required = false) @Nullable String purpose,
      Model model,
      HttpServletResponse response) {
    ReceptionNumber number = new ReceptionNumber(caseId);
    CaseForm form = CaseForm.opened(purpose);
    if (!Purpose.isStated(purpose)) {
      model.addAttribute("purposeMissing", true);
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return ask(staff, number, form, model);
    }
    try {
      StaffComment stated = CaseSheets.purpose(purpose);
      sheets.show(staff, number, stated, model);
    } catch (InvalidInputException e) {
      sheets.refuse(staff, CaseRefusal.of(e), model);
    }
    return told(number, form, model, response);
  }

  @PostMapping(PATH + "/decision")
  String decide(
      StaffIdentity staff,
      @PathVariable String caseId,
      CaseForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    ReceptionNumber number = new ReceptionNumber(caseId);
    return switch (deeds.take(staff, number, form)) {
      case CaseDeeds.Told.Done done -> {
        next.addFlashAttribute("done", done.text());
        next.addFlashAttribute("doneCase", number.value());
        yield "redirect:" + ApprovalsPage.PATH;
      }
      case CaseDeeds.Told.Refused refused -> {
        sheets.refuse(staff, refused.refusal(), model);
        if (Purpose.isStated(form.purpose())) {
          showAgain(staff, number, form, model);
        }
        yield told(number, form, model, response);
      }
    };
  }

  /** As it stands now; the purpose is the one for which the person has opened it. */
  private void showAgain(StaffIdentity staff, ReceptionNumber number, CaseForm form, Model model) {
    try {
      sheets.show(staff, number, CaseSheets.purpose(form.purpose()), model);
    } catch (InvalidInputException e) {
      // the purpose was changed behind the form: the refusal is told without the case
    }
  }

  private String ask(StaffIdentity staff, ReceptionNumber number, CaseForm form, Model model) {
    ApprovalCase facts =
        desk.find(staff, number)
            .orElseThrow(() -> PageRefusal.notFound(ErrorCode.TKY_CASE_UNKNOWN));
    model.addAttribute("facts", facts);
    model.addAttribute("names", names);
    model.addAttribute("institutions", names.institutions(List.of(facts.inquirer())));
    return page(number, form, model);
  }

  private static String told(
      ReceptionNumber number, CaseForm form, Model model, HttpServletResponse response) {
    if (model.getAttribute("refusal") instanceof CaseRefusal refusal) {
      response.setStatus(refusal.status().value());
    }
    return page(number, form, model);
  }

  private static String page(ReceptionNumber number, CaseForm form, Model model) {
    model.addAttribute("caseId", number.value());
    model.addAttribute("form", form);
    return VIEW;
  }
}
