package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.csv.FaultyFileException;
import jp.chukan.gateway.export.AskForExport;
import jp.chukan.gateway.export.ExportOutcome.Applied;
import jp.chukan.gateway.export.ExportOutcome.Refused;
import jp.chukan.gateway.export.ExportOutcome.Released;
import jp.chukan.gateway.export.ExportRequest;
import jp.chukan.gateway.kernel.Flow;
import jp.chukan.gateway.kernel.Flows;
import jp.chukan.gateway.reconciliation.Reconciliation;
import jp.chukan.gateway.reconciliation.ReconciliationDesk;
import jp.chukan.gateway.reconciliation.RegisterSubmission;
import jp.chukan.gateway.reconciliation.RegisterSubmission.Bringer;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.UploadedForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * 「突合」: the register's file comes in and is compared with the 「副本」, and these leave as a file to be
 * compared elsewhere (MS-52), for a superior only (JN-21), with a purpose (JN-37) and, when there
 * are many, with approval (JN-22). The file that comes in is a stream; nothing of it is kept on
 * disk (MS-61).
 */
@Controller
@OpenTo({StaffRole.OFFICER, StaffRole.APPROVER})
class ReconciliationsPage {
  static final String PATH = "/console/reconciliations";

  private final ReconciliationDesk desk;
  private final Flows flows;
  private final ReplicaSheet sheet;
  private final AskForExport ask;
  private final ExportAnswers answers;
  private final Names names;

  ReconciliationsPage(
      ReconciliationDesk desk,
      Flows flows,
      ReplicaSheet sheet,
      AskForExport ask,
      ExportAnswers answers,
      Names names) {
    this.desk = desk;
    this.flows = flows;
    this.sheet = sheet;
    this.ask = ask;
    this.answers = answers;
    this.names = names;
  }

  @GetMapping(PATH)
  String show(
      StaffIdentity staff, @RequestParam(required = false) @Nullable String page, Model model) {
    return list(staff, ReconciliationForm.EMPTY, Pages.number(page), model);
  }

  /** The register's file. */
  @PostMapping(PATH + "/file")
  String take(
      StaffIdentity staff, HttpServletRequest request, HttpServletResponse response, Model model)
      throws IOException {
    Optional<UploadedForm> uploaded = UploadedForm.of(request);
    Optional<InputStream> file = uploaded.isEmpty() ? Optional.empty() : uploaded.get().file();
    ReconciliationForm form = uploaded.map(ReconciliationForm::of).orElse(ReconciliationForm.EMPTY);
    try {
      if (file.isEmpty()) {
        throw InvalidInputException.at(ErrorCode.SYM_MISSING_ELEMENT, "file");
      }
      return "redirect:" + PATH + "/" + take(staff, form, file.get()) + "?done=taken";
    } catch (InvalidInputException e) {
      return refuse(staff, form, List.of(e.refusal()), response, model);
    } catch (FaultyFileException e) {
      return refuse(staff, form, e.faults(), response, model);
    }
  }

  private ReceptionNumber take(StaffIdentity staff, ReconciliationForm form, InputStream file) {
    String purpose = form.why().text();
    RegisterSubmission submission =
        new RegisterSubmission(
            Bringer.person(staff.user(), purpose),
            form.code(),
            form.chosenItems(),
            form.chosenForm(),
            file);
    desk.refusal(staff, submission.information())
        .ifPresent(
            code -> {
              throw InvalidInputException.at(code, "information");
            });
    return flows.call(
        Flow.TAKE_REGISTER_FILE, staff.institution(), submission, ReceptionNumber.class);
  }

  /** The 「副本」, to be compared elsewhere. */
  @OpenTo(StaffRole.APPROVER)
  @PostMapping(PATH + "/replicas")
  @Nullable ModelAndView replicas(
      StaffIdentity staff, ReconciliationForm form, HttpServletResponse response, Model model)
      throws IOException {
    ExportRequest<ReplicaSheet.Selection> request;
    try {
      request =
          new ExportRequest<>(
              sheet,
              new ReplicaSheet.Selection(form.code(), form.chosenItems(), form.chosenForm()),
              "console.reconciliation.replicas",
              form.why().text());
    } catch (InvalidInputException e) {
      return new ModelAndView(refuse(staff, form, List.of(e.refusal()), response, model));
    }
    return switch (ask.ask(staff, request)) {
      case Released released -> answers.file(released.export(), response);
      case Applied applied -> ExportAnswers.applied(applied.number());
      case Refused refused ->
          new ModelAndView(
              refuse(staff, form, List.of(Refusal.of(refused.code())), response, model));
    };
  }

  private String refuse(
      StaffIdentity staff,
      ReconciliationForm form,
      List<Refusal> faults,
      HttpServletResponse response,
      Model model) {
    response.setStatus(ReplicaStatus.of(faults.getFirst().code()).value());
    model.addAttribute("faults", faults);
    return list(staff, form, 0, model);
  }

  private String list(StaffIdentity staff, ReconciliationForm form, int number, Model model) {
    Pages<Reconciliation> runs = Pages.of((skip, most) -> desk.page(staff, skip, most), number);
    model.addAttribute("form", form);
    model.addAttribute("information", desk.informationOf(staff));
    model.addAttribute("mayTakeOut", staff.mayActAs(StaffRole.APPROVER));
    model.addAttribute("runs", runs);
    model.addAttribute("names", names);
    return "console/reconciliations";
  }
}
