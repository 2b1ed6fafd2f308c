package jp.chukan.gateway.console;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.audit.OperationSearch;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.layout.LayoutItem;
import jp.chukan.gateway.provision.ReleasableContent;
import jp.chukan.gateway.provision.ReleaseDesk;
import jp.chukan.gateway.provision.ReleaseOutcome;
import jp.chukan.gateway.provision.ReleasePreview;
import jp.chukan.gateway.provision.ReleaseView;
import jp.chukan.gateway.staff.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of one held case with what this person may see of it. */
@Component
class CaseSheets {
  /** How long somebody who opened a case counts as at work on it. */
  private static final Duration AT_WORK = Duration.ofMinutes(10);

  private final ReleaseDesk desk;
  private final OperationSearch operations;
  private final Names names;
  private final StaffNames staffNames;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  CaseSheets(
      ReleaseDesk desk,
      OperationSearch operations,
      Names names,
      StaffNames staffNames,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.desk = desk;
    this.operations = operations;
    this.names = names;
    this.staffNames = staffNames;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Why the person looks.
   *
   * @throws InvalidInputException when nothing is stated, too much, or what no comment may hold
   */
  static StaffComment purpose(@Nullable String text) {
    return new StaffComment(Purpose.of(text));
  }

  /** Shows the case, which is kept with its purpose (MS-76); or says why not. */
  void show(StaffIdentity staff, ReceptionNumber caseId, StaffComment purpose, Model model) {
    switch (desk.show(staff, caseId, purpose)) {
      case ReleaseView.Shown shown -> fill(staff, shown.preview(), model);
      case ReleaseOutcome.Denied denied -> refuse(staff, CaseRefusal.of(denied), model);
    }
  }

  /** Tells a refusal, unless an earlier one is told already. */
  void refuse(StaffIdentity staff, CaseRefusal refusal, Model model) {
    if (!model.containsAttribute("refusal")) {
      model.addAttribute("refusal", refusal);
      List<@Nullable UserId> faster = new ArrayList<>();
      faster.add(refusal.by());
      model.addAttribute("refusedBy", staffNames.of(staff.institution(), faster));
    }
  }

  private void fill(StaffIdentity staff, ReleasePreview preview, Model model) {
    List<CaseDeed> offered = CaseDeed.offered(staff, preview);
    model.addAttribute("preview", preview);
    switch (preview.content()) {
      case ReleasableContent.Providable providable -> {
        model.addAttribute("seen", providable.digest().hex());
        model.addAttribute("nonDisclosure", providable.replica().nonDisclosure());
      }
      case ReleasableContent.NotRegistered none ->
          model.addAttribute("absence", "case.absence.noReplica");
      case ReleasableContent.LayoutMismatch mismatch ->
          model.addAttribute("absence", "case.absence.layout");
      case ReleasableContent.NotPermitted denied -> {
        model.addAttribute("absence", "case.absence.notPermitted");
        model.addAttribute("absenceCode", denied.code());
      }
    }
    model.addAttribute("items", CaseItem.of(preview, code -> item(preview, code)));
    model.addAttribute("names", names);
    model.addAttribute("institutions", names.institutions(List.of(preview.facts().inquirer())));
    model.addAttribute("steps", preview.steps());
    model.addAttribute("staffNames", staffNames.ofSteps(staff.institution(), preview.steps()));
    model.addAttribute("offered", offered);
    model.addAttribute("partial", offered.contains(CaseDeed.PROVIDE_PART));
    model.addAttribute("decides", offered.contains(CaseDeed.APPROVE));
    model.addAttribute("reason", offered.isEmpty() ? CaseDeed.reason(staff, preview) : null);
    model.addAttribute(
        "others",
        transactions.within(
            staff.institution(),
            () ->
                operations.looks(
                    preview.facts().caseId().value(),
                    staff.user(),
                    clock.instant().minus(AT_WORK))));
  }

  private Optional<LayoutItem> item(ReleasePreview preview, ItemCode code) {
    ProvidedInformation outgoing = CaseItem.outgoing(preview);
    return names.item(
        preview.facts().information(), outgoing == null ? null : outgoing.edition(), code);
  }
}
