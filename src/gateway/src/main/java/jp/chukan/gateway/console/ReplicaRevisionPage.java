package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.correction.CorrectionDesk;
import jp.chukan.gateway.correction.CorrectionOutcome;
import jp.chukan.gateway.correction.Entry;
import jp.chukan.gateway.correction.ProposalView;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 「再申請」: what was given back, with what was proposed over what is stored now (MS-54). */
@Controller
@OpenTo(StaffRole.OFFICER)
class ReplicaRevisionPage {
  private static final String PROPOSALS = "/console/replicas/proposals/";

  private final CorrectionDesk desk;
  private final Persons persons;

  ReplicaRevisionPage(CorrectionDesk desk, Persons persons) {
    this.desk = desk;
    this.persons = persons;
  }

  /** Nothing of it has an address of its own. */
  @GetMapping({
    "/console/replicas/proposals/{number}/revision",
    "/console/replicas/proposals/{number}/revised",
    "/console/replicas/proposals/{number}/step"
  })
  String again(@PathVariable String number) {
    return "redirect:" + PROPOSALS + new ReceptionNumber(number).value();
  }

  @PostMapping("/console/replicas/proposals/{number}/revision")
  String ask(
      StaffIdentity staff,
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String purpose,
      Model model) {
    ProposalView.Shown shown = shown(staff, new ReceptionNumber(number), purpose);
    return form(
        staff,
        purpose,
        shown,
        EntryForm.again(shown.facts().kind(), shown.current(), shown.change().after()),
        model);
  }

  /** What was entered anew waits for checks anew, or comes back with its fault and nothing lost. */
  @PostMapping("/console/replicas/proposals/{number}/revised")
  String revise(
      StaffIdentity staff,
      @PathVariable String number,
      @RequestParam int version,
      @RequestParam(required = false) @Nullable String purpose,
      @RequestParam MultiValueMap<String, String> fields,
      HttpServletResponse response,
      Model model) {
    ReceptionNumber proposal = new ReceptionNumber(number);
    EntryForm typed = EntryForm.typed(fields);
    ProposalView.Shown shown = shown(staff, proposal, purpose);
    Refusal refusal;
    try {
      refusal = refusal(revised(staff, shown, version, typed));
    } catch (InvalidInputException e) {
      refusal = e.refusal();
    }
    if (refusal == null) {
      return "redirect:" + PROPOSALS + number;
    }
    response.setStatus(ReplicaStatus.of(refusal.code()).value());
    model.addAttribute("fault", refusal);
    return form(staff, purpose, shown, typed, model);
  }

  private CorrectionOutcome revised(
      StaffIdentity staff, ProposalView.Shown shown, int version, EntryForm typed) {
    return desk.revise(
        staff,
        shown.facts().number(),
        version,
        new Entry(shown.key(), typed.wanted(shown.layout(), shown.current()), typed.why()));
  }

  private static @Nullable Refusal refusal(CorrectionOutcome outcome) {
    return switch (outcome) {
      case CorrectionOutcome.Done done -> null;
      case CorrectionOutcome.Lapsed lapsed -> Refusal.of(lapsed.code());
      case CorrectionOutcome.Invalid invalid -> invalid.refusal();
      case CorrectionOutcome.Denied denied -> Refusal.of(denied.code());
    };
  }

  /**
   * @throws InvalidInputException when no purpose is stated
   */
  private ProposalView.Shown shown(
      StaffIdentity staff, ReceptionNumber number, @Nullable String purpose) {
    return switch (desk.show(staff, number, new StaffComment(Purpose.of(purpose)))) {
      case ProposalView.Shown shown -> shown;
      case CorrectionOutcome.Denied denied -> throw ReplicaProposalPage.unknown();
    };
  }

  private String form(
      StaffIdentity staff,
      @Nullable String purpose,
      ProposalView.Shown shown,
      EntryForm form,
      Model model) {
    model.addAttribute("question", new ReplicaQuestion(null, null, null, purpose));
    model.addAttribute("addressee", shown.key().addressee());
    model.addAttribute(
        "person", persons.of(staff.institution(), shown.key().addressee()).orElse(null));
    ReplicaForms.fill(model, form, shown.layout(), shown.current());
    model.addAttribute("version", shown.facts().version());
    model.addAttribute("target", PROPOSALS + shown.facts().number().value() + "/revised");
    return "console/replica-entry";
  }
}
