package jp.chukan.gateway.console;

import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.approval.ApprovalState;
import jp.chukan.gateway.provision.Preparation;
import jp.chukan.gateway.provision.ReleaseDesk;
import jp.chukan.gateway.provision.ReleaseOutcome;
import jp.chukan.gateway.staff.StaffIdentity;
import org.springframework.stereotype.Component;

/** Takes the form of a case to the desk, which decides; each deed is one transaction of its own. */
@Component
class CaseDeeds {
  private final ReleaseDesk desk;

  CaseDeeds(ReleaseDesk desk) {
    this.desk = desk;
  }

  /** What became of a form. */
  sealed interface Told {

    /**
     * It took effect.
     *
     * @param text key of what is told
     */
    record Done(String text) implements Told {}

    /**
     * Nothing was done.
     *
     * @param refusal why
     */
    record Refused(CaseRefusal refusal) implements Told {}
  }

  /**
   * @throws jp.chukan.gateway.staff.PageRefusal for a case that is not there, or is another
   *     institution's
   */
  Told take(StaffIdentity staff, ReceptionNumber caseId, CaseForm form) {
    CaseDeed deed = CaseDeed.of(form.deed()).orElse(null);
    if (deed == null) {
      return refused(ErrorCode.SYM_MISSING_ELEMENT, "case.hint.deed");
    }
    if (deed == CaseDeed.PROVIDE && form.withholds()) {
      // never let everything leave while the person sees some of it marked to stay
      return refused(ErrorCode.SYM_CODE_FORM, "case.hint.marked");
    }
    try {
      return told(deed, attempt(deed, staff, caseId, form));
    } catch (InvalidInputException e) {
      return new Told.Refused(CaseRefusal.of(e));
    }
  }

  private static Told refused(ErrorCode code, String hint) {
    return new Told.Refused(CaseRefusal.input(code, hint));
  }

  private ReleaseOutcome attempt(
      CaseDeed deed, StaffIdentity staff, ReceptionNumber caseId, CaseForm form) {
    int version = form.versionSeen();
    return switch (deed) {
      case PROVIDE ->
          desk.prepare(
              staff,
              caseId,
              version,
              new Preparation.Provide(form.contentSeen(), form.requiredComment()));
      case PROVIDE_PART ->
          desk.prepare(
              staff,
              caseId,
              version,
              new Preparation.ProvideInPart(
                  form.contentSeen(), form.withheldItems(), form.requiredComment()));
      case REFUSE ->
          desk.prepare(staff, caseId, version, new Preparation.Refuse(form.requiredComment()));
      case ASK_BACK -> desk.askBack(staff, caseId, version, form.requiredComment());
      case APPROVE -> desk.approve(staff, caseId, version, form.optionalComment());
      case RETURN -> desk.giveBack(staff, caseId, version, form.requiredComment());
    };
  }

  private static Told told(CaseDeed deed, ReleaseOutcome outcome) {
    return switch (outcome) {
      case ReleaseOutcome.Done done ->
          new Told.Done(
              done.state() == ApprovalState.DECLINED ? "case.done.DECLINE" : "case.done." + deed);
      case ReleaseOutcome.ContentChanged changed -> new Told.Refused(CaseRefusal.of(changed));
      case ReleaseOutcome.Denied denied -> new Told.Refused(CaseRefusal.of(denied));
    };
  }
}
