package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.correction.CorrectionDesk;
import jp.chukan.gateway.correction.CorrectionOutcome;
import jp.chukan.gateway.correction.ProposalAction;
import jp.chukan.gateway.correction.ProposalView;
import jp.chukan.gateway.correction.ReplicaProposal;
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

/**
 * One proposal: what it is for anybody who may see it, before and after for whoever states a
 * purpose, and what the person may do with it (MS-54, MS-55, MS-76).
 */
@Controller
@OpenTo({StaffRole.OFFICER, StaffRole.APPROVER})
class ReplicaProposalPage {
  private final CorrectionDesk desk;
  private final Persons persons;
  private final Names names;

  ReplicaProposalPage(CorrectionDesk desk, Persons persons, Names names) {
    this.desk = desk;
    this.persons = persons;
    this.names = names;
  }

  /** Nothing of the person. */
  @GetMapping("/console/replicas/proposals/{number}")
  String show(StaffIdentity staff, @PathVariable String number, Model model) {
    return facts(staff, new ReceptionNumber(number), null, model);
  }

  /** Before and after, once the purpose is kept. */
  @PostMapping("/console/replicas/proposals/{number}")
  String look(
      StaffIdentity staff,
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String purpose,
      HttpServletResponse response,
      Model model) {
    return look(staff, new ReceptionNumber(number), purpose, response, model);
  }

  /** What a person does with it: 「確認」, 「差戻し」, 「承認」 or 「取下げ」. */
  @PostMapping("/console/replicas/proposals/{number}/step")
  String step(
      StaffIdentity staff,
      @PathVariable String number,
      StepForm form,
      HttpServletResponse response,
      Model model) {
    ReceptionNumber proposal = new ReceptionNumber(number);
    Refusal refusal;
    try {
      refusal =
          switch (take(staff, proposal, form)) {
            case CorrectionOutcome.Done done -> null;
            case CorrectionOutcome.Lapsed lapsed -> Refusal.of(lapsed.code());
            case CorrectionOutcome.Denied denied -> Refusal.of(denied.code());
          };
    } catch (InvalidInputException e) {
      refusal = e.refusal();
    }
    if (refusal == null) {
      return "redirect:/console/replicas/proposals/" + number;
    }
    model.addAttribute("fault", refusal);
    model.addAttribute("comment", form.comment());
    String page = look(staff, proposal, form.purpose(), response, model);
    response.setStatus(ReplicaStatus.of(refusal.code()).value());
    return page;
  }

  /**
   * A step as sent.
   *
   * @param action name of the {@link ProposalAction}
   * @param version which the person has seen
   * @param comment what the person wrote
   * @param purpose why the person looked; the page is shown again when the step is refused
   */
  record StepForm(
      @Nullable String action,
      @Nullable Integer version,
      @Nullable String comment,
      @Nullable String purpose) {

    ProposalAction chosen() {
      return Stream.of(ProposalAction.values())
          .filter(value -> value.name().equals(action))
          .findFirst()
          .orElseThrow(() -> InvalidInputException.at(ErrorCode.SYM_CODE_FORM, "action"));
    }

    int seen() {
      if (version == null) {
        throw InvalidInputException.at(ErrorCode.SYM_MISSING_ELEMENT, "version");
      }
      return version;
    }

    @Nullable StaffComment said() {
      return comment == null || comment.isBlank() ? null : new StaffComment(comment);
    }

    /** Never shows what the person wrote. */
    @Override
    public String toString() {
      return "StepForm[" + action + "]";
    }
  }

  private CorrectionOutcome take(StaffIdentity staff, ReceptionNumber number, StepForm form) {
    return switch (form.chosen()) {
      case CONFIRM -> desk.confirm(staff, number, form.seen(), form.said());
      case RETURN ->
          desk.giveBack(staff, number, form.seen(), new StaffComment(text(form.comment())));
      case APPROVE -> desk.approve(staff, number, form.seen(), form.said());
      case WITHDRAW -> desk.withdraw(staff, number, form.seen(), form.said());
      case ENTER, REVISE, LAPSE ->
          throw InvalidInputException.at(ErrorCode.SYM_CODE_FORM, "action");
    };
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  private String look(
      StaffIdentity staff,
      ReceptionNumber number,
      @Nullable String purpose,
      HttpServletResponse response,
      Model model) {
    StaffComment why;
    try {
      why = new StaffComment(Purpose.of(purpose));
    } catch (InvalidInputException e) {
      model.addAttribute("purposeMissing", true);
      return facts(staff, number, purpose, model);
    }
    return switch (desk.show(staff, number, why)) {
      case ProposalView.Shown shown -> {
        model.addAttribute("shown", shown);
        model.addAttribute("rows", ComparedRow.of(shown.change(), shown.layout()));
        model.addAttribute(
            "person", persons.of(staff.institution(), shown.key().addressee()).orElse(null));
        yield facts(staff, number, purpose, model);
      }
      case CorrectionOutcome.Unknown unknown -> throw unknown();
      case CorrectionOutcome.Denied denied -> {
        response.setStatus(ReplicaStatus.of(denied.code()).value());
        model.addAttribute("fault", Refusal.of(denied.code()));
        yield facts(staff, number, purpose, model);
      }
    };
  }

  private String facts(
      StaffIdentity staff, ReceptionNumber number, @Nullable String purpose, Model model) {
    ReplicaProposal facts = desk.find(staff, number).orElseThrow(ReplicaProposalPage::unknown);
    model.addAttribute("facts", facts);
    model.addAttribute("names", names);
    model.addAttribute("why", purpose);
    return "console/replica-proposal";
  }

  /**
   * The same for what is not there, what is another institution's, and what the person may not see.
   */
  static PageRefusal unknown() {
    return PageRefusal.notFound(ErrorCode.DBM_PROPOSAL_UNKNOWN);
  }
}
