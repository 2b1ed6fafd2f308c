package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.audit.OperationQuery;
import jp.chukan.gateway.export.AskForExport;
import jp.chukan.gateway.export.ExportOutcome.Applied;
import jp.chukan.gateway.export.ExportOutcome.Refused;
import jp.chukan.gateway.export.ExportOutcome.Released;
import jp.chukan.gateway.export.ExportRequest;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.PageRefusal;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is found in the 「操作ログ」 as a file, for administrators only (JN-21); it states its purpose, is
 * kept (JN-37), and waits for approval when it is long (JN-22).
 */
@Controller
@OpenTo(StaffRole.ADMINISTRATOR)
class OperationExports {
  private final OperationSheet sheet;
  private final AskForExport ask;
  private final ExportAnswers answers;

  OperationExports(OperationSheet sheet, AskForExport ask, ExportAnswers answers) {
    this.sheet = sheet;
    this.ask = ask;
    this.answers = answers;
  }

  @PostMapping(OperationsPage.PATH + "/file")
  @Nullable ModelAndView file(
      StaffIdentity staff, OperationsForm form, Model model, HttpServletResponse response)
      throws IOException {
    if (!Purpose.isStated(form.purpose())) {
      model.addAttribute("purposeMissing", true);
      return new ModelAndView(OperationsPage.form(staff, form, model));
    }
    OperationQuery query;
    try {
      query = form.query();
    } catch (InvalidInputException e) {
      model.addAttribute("faultyForm", e.refusal());
      return new ModelAndView(OperationsPage.form(staff, form, model));
    }
    ExportRequest<OperationQuery> request =
        new ExportRequest<>(sheet, query, "console.operations.file", Purpose.of(form.purpose()));
    return switch (ask.ask(staff, request)) {
      case Released released -> answers.file(released.export(), response);
      case Applied applied -> ExportAnswers.applied(applied.number());
      case Refused refused -> throw PageRefusal.notOpen();
    };
  }
}
