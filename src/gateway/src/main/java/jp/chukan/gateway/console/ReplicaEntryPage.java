package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.console.OpenReplicas.Opened;
import jp.chukan.gateway.correction.CorrectionDesk;
import jp.chukan.gateway.correction.CorrectionOutcome;
import jp.chukan.gateway.correction.Entry;
import jp.chukan.gateway.correction.ProposalKind;
import jp.chukan.gateway.correction.ReplicaView;
import jp.chukan.gateway.correction.ReplicaView.ShownReplica;
import jp.chukan.gateway.layout.StandardLayout;
import jp.chukan.gateway.replica.ReplicaKey;
import jp.chukan.gateway.replica.ReplicaSnapshot;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 「申請」: a form that the layout makes, and what a 「担当者」 enters in it (MS-54, JN-38). */
@Controller
@OpenTo(StaffRole.OFFICER)
class ReplicaEntryPage {
  private final CorrectionDesk desk;
  private final OpenReplicas replicas;
  private final ReplicasPage search;

  ReplicaEntryPage(CorrectionDesk desk, OpenReplicas replicas, ReplicasPage search) {
    this.desk = desk;
    this.replicas = replicas;
    this.search = search;
  }

  /** Nothing of it has an address of its own. */
  @GetMapping({"/console/replicas/entry", "/console/replicas/proposals"})
  String again() {
    return "redirect:/console/replicas";
  }

  /** The empty form, or one with what is stored. */
  @PostMapping("/console/replicas/entry")
  String ask(
      StaffIdentity staff,
      ReplicaQuestion question,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String recordKey,
      HttpServletResponse response,
      Model model) {
    ProposalKind wanted = EntryForm.kind(kind);
    return switch (replicas.open(staff, question)) {
      case Opened.Refused refused -> {
        response.setStatus(ReplicaStatus.of(refused.refusal().code()).value());
        yield search.refuse(staff, question, refused.refusal(), model);
      }
      case Opened.Shown shown -> {
        ReplicaSnapshot stored =
            wanted == ProposalKind.REGISTRATION
                ? null
                : record(shown.replicas(), recordKey).map(ShownReplica::stored).orElse(null);
        yield form(question, shown, EntryForm.of(wanted, stored), model);
      }
    };
  }

  /** What was entered becomes a proposal, or comes back with its fault and nothing lost. */
  @PostMapping("/console/replicas/proposals")
  String enter(
      StaffIdentity staff,
      ReplicaQuestion question,
      @RequestParam MultiValueMap<String, String> fields,
      HttpServletResponse response,
      Model model) {
    EntryForm typed = EntryForm.typed(fields);
    return switch (replicas.open(staff, question)) {
      case Opened.Refused refused -> {
        response.setStatus(ReplicaStatus.of(refused.refusal().code()).value());
        yield search.refuse(staff, question, refused.refusal(), model);
      }
      case Opened.Shown shown ->
          switch (entered(staff, shown, typed)) {
            case CorrectionOutcome.Done done ->
                "redirect:/console/replicas/proposals/" + done.number().value();
            case CorrectionOutcome.Invalid invalid -> {
              response.setStatus(ReplicaStatus.of(invalid.code()).value());
              model.addAttribute("fault", invalid.refusal());
              yield form(question, shown, typed, model);
            }
            case CorrectionOutcome.Denied denied -> {
              response.setStatus(ReplicaStatus.of(denied.code()).value());
              model.addAttribute("fault", Refusal.of(denied.code()));
              yield form(question, shown, typed, model);
            }
            case CorrectionOutcome.Lapsed lapsed ->
                throw new IllegalStateException("nothing lapses when it is entered");
          };
    };
  }

  private CorrectionOutcome entered(StaffIdentity staff, Opened.Shown shown, EntryForm typed) {
    Optional<ShownReplica> record = record(shown.replicas(), typed.recordKey());
    StandardLayout layout = layout(shown, typed);
    ReplicaSnapshot stored = record.map(ShownReplica::stored).orElse(null);
    try {
      ReplicaKey key =
          stored != null
              ? stored.key()
              : new ReplicaKey(
                  shown.addressee(), layout.information(), layout.dataSet(), typed.recordKey());
      return desk.enter(staff, new Entry(key, typed.wanted(layout, stored), typed.why()));
    } catch (InvalidInputException e) {
      return new CorrectionOutcome.Invalid(e.refusal());
    }
  }

  private static Optional<ShownReplica> record(
      ReplicaView.Shown shown, @Nullable String recordKey) {
    return shown.replicas().stream()
        .filter(one -> one.stored().key().recordKey().equals(recordKey))
        .findFirst();
  }

  private static StandardLayout layout(Opened.Shown shown, EntryForm form) {
    return form.kind() == ProposalKind.REGISTRATION
        ? shown.replicas().newest()
        : record(shown.replicas(), form.recordKey())
            .map(ShownReplica::layout)
            .orElse(shown.replicas().newest());
  }

  private static String form(
      ReplicaQuestion question, Opened.Shown shown, EntryForm form, Model model) {
    ReplicaSnapshot stored =
        record(shown.replicas(), form.recordKey()).map(ShownReplica::stored).orElse(null);
    model.addAttribute("question", question);
    model.addAttribute("addressee", shown.addressee());
    model.addAttribute("person", shown.person());
    ReplicaForms.fill(model, form, layout(shown, form), stored);
    model.addAttribute("target", "/console/replicas/proposals");
    return "console/replica-entry";
  }
}
