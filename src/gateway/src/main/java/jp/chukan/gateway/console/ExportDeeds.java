package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.gateway.export.DecideExport;
import jp.chukan.gateway.export.ExportOutcome.Done;
import jp.chukan.gateway.export.ExportOutcome.OfDeciding;
import jp.chukan.gateway.export.ExportOutcome.Refused;
import jp.chukan.gateway.export.ExportOutcome.Released;
import jp.chukan.gateway.export.TakeExport;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How an application for an export ends, and how it is taken out (JN-22). */
@Controller
@OpenTo({StaffRole.OFFICER, StaffRole.APPROVER, StaffRole.AUDITOR, StaffRole.ADMINISTRATOR})
class ExportDeeds {
  private final ExportsPage page;
  private final DecideExport decide;
  private final TakeExport take;
  private final ExportAnswers answers;

  ExportDeeds(ExportsPage page, DecideExport decide, TakeExport take, ExportAnswers answers) {
    this.page = page;
    this.decide = decide;
    this.take = take;
    this.answers = answers;
  }

  @OpenTo({StaffRole.APPROVER, StaffRole.ADMINISTRATOR})
  @PostMapping(ExportsPage.PATH + "/{number}/approval")
  String approve(
      StaffIdentity staff,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String comment,
      Model model,
      HttpServletResponse response) {
    ReceptionNumber asked = ExportsPage.number(number);
    OfDeciding outcome = decide.approve(staff, asked, comment.strip());
    return answer(staff, asked, outcome, "approved", model, response);
  }

  @OpenTo({StaffRole.APPROVER, StaffRole.ADMINISTRATOR})
  @PostMapping(ExportsPage.PATH + "/{number}/refusal")
  String refuse(
      StaffIdentity staff,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String comment,
      Model model,
      HttpServletResponse response) {
    ReceptionNumber asked = ExportsPage.number(number);
    OfDeciding outcome = decide.refuse(staff, asked, comment.strip());
    return answer(staff, asked, outcome, "refused", model, response);
  }

  @PostMapping(ExportsPage.PATH + "/{number}/withdrawal")
  String withdraw(
      StaffIdentity staff, @PathVariable String number, Model model, HttpServletResponse response) {
    ReceptionNumber asked = ExportsPage.number(number);
    return answer(staff, asked, decide.withdraw(staff, asked), "withdrawn", model, response);
  }

  /** What was approved, by who applied for it. */
  @PostMapping(ExportsPage.PATH + "/{number}/file")
  @Nullable ModelAndView take(
      StaffIdentity staff, @PathVariable String number, Model model, HttpServletResponse response)
      throws IOException {
    ReceptionNumber asked = ExportsPage.number(number);
    return switch (take.take(staff, asked)) {
      case Released released -> answers.file(released.export(), response);
      case Refused refused -> {
        Deeds.refuse(refused.code(), model, response);
        yield new ModelAndView(page.one(staff, asked, model));
      }
    };
  }

  private String answer(
      StaffIdentity staff,
      ReceptionNumber number,
      OfDeciding outcome,
      String told,
      Model model,
      HttpServletResponse response) {
    return switch (outcome) {
      case Done done -> "redirect:" + ExportsPage.PATH + "/" + number.value() + "?done=" + told;
      case Refused refused -> {
        Deeds.refuse(refused.code(), model, response);
        yield page.one(staff, number, model);
      }
    };
  }
}
