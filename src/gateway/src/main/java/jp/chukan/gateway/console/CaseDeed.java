package jp.chukan.gateway.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.chukan.gateway.approval.ApprovalState;
import jp.chukan.gateway.provision.PreparedContent;
import jp.chukan.gateway.provision.ReleasableContent.Providable;
import jp.chukan.gateway.provision.ReleasePreview;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;

/** What the page of a held case offers; what may be done is said by the desk alone. */
enum CaseDeed {
  PROVIDE,
  PROVIDE_PART,
  REFUSE,
  ASK_BACK,
  APPROVE,
  RETURN;

  static Optional<CaseDeed> of(@Nullable String name) {
    return Stream.of(values()).filter(deed -> deed.name().equals(name)).findFirst();
  }

  /** What the page offers this person, in order; nothing while somebody else has to act. */
  static List<CaseDeed> offered(StaffIdentity who, ReleasePreview preview) {
    ApprovalState state = preview.facts().state();
    List<CaseDeed> offered = new ArrayList<>();
    if (state == ApprovalState.AWAITING && who.mayActAs(StaffRole.OFFICER)) {
      if (preview.content() instanceof Providable) {
        offered.add(PROVIDE);
        if (preview.requestedItems().size() > 1) {
          offered.add(PROVIDE_PART);
        }
      }
      offered.addAll(List.of(REFUSE, ASK_BACK));
    }
    if (state == ApprovalState.PREPARED
        && who.mayActAs(StaffRole.APPROVER)
        && !isPreparer(who, preview)) {
      offered.addAll(List.of(APPROVE, RETURN));
    }
    return offered;
  }

  /** Key of why nothing is offered. */
  static String reason(StaffIdentity who, ReleasePreview preview) {
    if (preview.facts().state() == ApprovalState.AWAITING) {
      return "case.waits.officer";
    }
    if (isPreparer(who, preview)) {
      return "case.waits.other";
    }
    return who.roles().contains(StaffRole.APPROVER) ? "case.waits.passkey" : "case.waits.approver";
  }

  private static boolean isPreparer(StaffIdentity who, ReleasePreview preview) {
    PreparedContent prepared = preview.prepared();
    return prepared != null && prepared.by().equals(who.user());
  }
}
