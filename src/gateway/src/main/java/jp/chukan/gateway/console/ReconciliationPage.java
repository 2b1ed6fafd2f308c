package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.export.AskForExport;
import jp.chukan.gateway.export.ExportOutcome.Applied;
import jp.chukan.gateway.export.ExportOutcome.Refused;
import jp.chukan.gateway.export.ExportOutcome.Released;
import jp.chukan.gateway.export.ExportRequest;
import jp.chukan.gateway.reconciliation.FindingKind;
import jp.chukan.gateway.reconciliation.FindingSelection;
import jp.chukan.gateway.reconciliation.Reconciliation.ItemCount;
import jp.chukan.gateway.reconciliation.ReconciliationDesk;
import jp.chukan.gateway.reconciliation.ReconciliationView;
import jp.chukan.gateway.reconciliation.RepairOutcome;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.PageRefusal;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * One comparison: counts by kind and by item for who may see the 「副本」, whom the findings are about
 * and both values once a purpose is kept (MS-76), and what is to be done about them (MS-52).
 */
@Controller
@OpenTo({StaffRole.OFFICER, StaffRole.APPROVER})
class ReconciliationPage {
  private static final String ONE = ReconciliationsPage.PATH + "/{number}";

  private final ReconciliationDesk desk;
  private final FindingSheet sheet;
  private final AskForExport ask;
  private final ExportAnswers answers;
  private final Names names;

  ReconciliationPage(
      ReconciliationDesk desk,
      FindingSheet sheet,
      AskForExport ask,
      ExportAnswers answers,
      Names names) {
    this.desk = desk;
    this.sheet = sheet;
    this.ask = ask;
    this.answers = answers;
    this.names = names;
  }

  /**
   * Which findings, as asked for; names nobody.
   *
   * @param kind name of the {@link FindingKind}, empty for all
   * @param item in which they differ, empty for any
   * @param page number of the page
   */
  record Asked(@Nullable String kind, @Nullable String item, @Nullable String page) {

    FindingSelection of(ReceptionNumber number) {
      return new FindingSelection(
          number,
          Stream.of(FindingKind.values())
              .filter(one -> one.name().equals(kind))
              .findFirst()
              .orElse(null),
          item == null || item.isBlank() ? null : item);
    }
  }

  /** Nothing of any person. */
  @GetMapping(ONE)
  String show(
      StaffIdentity staff,
      @PathVariable String number,
      Asked asked,
      @RequestParam(required = false) @Nullable String done,
      @RequestParam(required = false) @Nullable Integer refused,
      Model model) {
    model.addAttribute("done", done);
    model.addAttribute("refusedCount", refused == null ? 0 : refused);
    return facts(staff, number(number), asked, model);
  }

  /** Whom the findings are about and both values, once the purpose is kept. */
  @PostMapping(ONE + "/findings")
  String look(
      StaffIdentity staff,
      @PathVariable String number,
      Asked asked,
      @RequestParam(required = false) @Nullable String purpose,
      Model model) {
    return look(staff, number(number), asked, purpose, model);
  }

  private String look(
      StaffIdentity staff,
      ReceptionNumber number,
      Asked asked,
      @Nullable String purpose,
      Model model) {
    find(staff, number);
    StaffComment why;
    try {
      why = new StaffComment(Purpose.of(purpose));
    } catch (InvalidInputException e) {
      model.addAttribute("purposeMissing", true);
      return facts(staff, number, asked, model);
    }
    model.addAttribute("why", why.text());
    model.addAttribute("officer", staff.mayActAs(StaffRole.OFFICER));
    int skipped = Pages.number(asked.page()) * Pages.ROWS;
    model.addAttribute("shown", desk.look(staff, asked.of(number), skipped, Pages.ROWS, why));
    return facts(staff, number, asked, model);
  }

  /** What is chosen becomes proposals, which others check and approve (MS-54). */
  @OpenTo(StaffRole.OFFICER)
  @PostMapping(ONE + "/proposals")
  String propose(
      StaffIdentity staff,
      @PathVariable String number,
      Asked asked,
      @RequestParam(required = false) @Nullable List<Integer> finding,
      @RequestParam(required = false) @Nullable String reason,
      @RequestParam(required = false) @Nullable String purpose,
      HttpServletResponse response,
      Model model) {
    ReceptionNumber one = number(number);
    find(staff, one);
    Refusal fault;
    try {
      RepairOutcome outcome =
          desk.propose(
              staff,
              one,
              finding == null ? List.of() : finding.stream().limit(Pages.ROWS).toList(),
              new StaffComment(reason == null ? "" : reason.strip()));
      switch (outcome) {
        case RepairOutcome.Done done -> {
          return "redirect:"
              + ReconciliationsPage.PATH
              + "/"
              + one.value()
              + "?done=proposed&refused="
              + done.refused();
        }
        case RepairOutcome.Refused refused -> fault = Refusal.of(refused.code());
      }
    } catch (InvalidInputException e) {
      fault = e.refusal();
    }
    model.addAttribute("fault", fault);
    model.addAttribute("reason", reason);
    String page = look(staff, one, asked, purpose, model);
    response.setStatus(ReplicaStatus.of(fault.code()).value());
    return page;
  }

  /** One that has not begun is called off. */
  @PostMapping(ONE + "/cancellation")
  String cancel(
      StaffIdentity staff, @PathVariable String number, HttpServletResponse response, Model model) {
    ReceptionNumber asked = number(number);
    find(staff, asked);
    return desk.cancel(staff, asked)
        .map(
            code -> {
              response.setStatus(HttpServletResponse.SC_CONFLICT);
              model.addAttribute("fault", Refusal.of(code));
              return facts(staff, asked, new Asked(null, null, null), model);
            })
        .orElse("redirect:" + ReconciliationsPage.PATH + "/" + asked.value() + "?done=cancelled");
  }

  /** What was found, as a file. */
  @OpenTo(StaffRole.APPROVER)
  @PostMapping(ONE + "/file")
  @Nullable ModelAndView file(
      StaffIdentity staff,
      @PathVariable String number,
      Asked asked,
      @RequestParam(required = false) @Nullable String purpose,
      HttpServletResponse response,
      Model model)
      throws IOException {
    ReceptionNumber one = number(number);
    find(staff, one);
    if (!Purpose.isStated(purpose)) {
      model.addAttribute("purposeMissing", true);
      return new ModelAndView(facts(staff, one, asked, model));
    }
    ExportRequest<FindingSelection> request =
        new ExportRequest<>(
            sheet, asked.of(one), "console.reconciliation.findings", Purpose.of(purpose));
    return switch (ask.ask(staff, request)) {
      case Released released -> answers.file(released.export(), response);
      case Applied applied -> ExportAnswers.applied(applied.number());
      case Refused refused -> throw PageRefusal.notOpen();
    };
  }

  private String facts(StaffIdentity staff, ReceptionNumber number, Asked asked, Model model) {
    ReconciliationView view = find(staff, number);
    FindingSelection selection = asked.of(number);
    model.addAttribute("one", view.one());
    model.addAttribute("items", view.items());
    model.addAttribute("asked", asked);
    model.addAttribute("selection", selection);
    model.addAttribute("names", names);
    model.addAttribute("itemNames", itemNames(view));
    model.addAttribute("mayTakeOut", staff.mayActAs(StaffRole.APPROVER));
    model.addAttribute(
        "findings",
        Pages.of(
            (skip, most) -> desk.findings(staff, selection, skip, most),
            Pages.number(asked.page())));
    return "console/reconciliation";
  }

  /** What the layout calls the items; the period of publication is named by the page. */
  private Map<String, String> itemNames(ReconciliationView view) {
    Map<String, String> found = new HashMap<>();
    Stream.concat(
            view.items().stream().map(ItemCount::item),
            view.one().items().stream().map(ItemCode::value))
        .filter(item -> item.startsWith("TK"))
        .forEach(
            item -> {
              String name = names.item(view.one().information(), new ItemCode(item));
              found.put(item, name.isEmpty() ? item : name);
            });
    return found;
  }

  private ReconciliationView find(StaffIdentity staff, ReceptionNumber number) {
    return desk.find(staff, number).orElseThrow(ReconciliationPage::unknown);
  }

  /**
   * @throws PageRefusal for what is no number, like for one that is not there
   */
  private static ReceptionNumber number(String typed) {
    try {
      return new ReceptionNumber(typed);
    } catch (InvalidInputException e) {
      throw unknown();
    }
  }

  private static PageRefusal unknown() {
    return PageRefusal.notFound(ErrorCode.DBM_RECONCILIATION_UNKNOWN);
  }
}
