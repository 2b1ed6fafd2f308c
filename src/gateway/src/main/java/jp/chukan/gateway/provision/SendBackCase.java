package jp.chukan.gateway.provision;

import jp.chukan.gateway.approval.ApprovalAction;
import jp.chukan.gateway.approval.ApprovalCases;
import jp.chukan.gateway.approval.CaseMove;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.provision.HeldCases.Attempt;
import jp.chukan.gateway.provision.ReleaseOutcome.Done;
import org.springframework.stereotype.Component;

/**
 * Lets a held case wait on, with what has to be done first: the question of whoever prepares, or
 * the 「差戻し」 of whoever decides (MU-10).
 */
@Component
final class SendBackCase {
  private final HeldCases held;
  private final ApprovalCases cases;

  SendBackCase(HeldCases held, ApprovalCases cases) {
    this.held = held;
    this.cases = cases;
  }

  /**
   * @param action {@link ApprovalAction#ASK_BACK} or {@link ApprovalAction#RETURN}
   */
  ReleaseOutcome sendBack(Attempt attempt, ApprovalAction action, StaffComment comment) {
    return held.act(
        attempt,
        waiting -> action,
        (waiting, role, now) ->
            new Done(
                cases.take(waiting, CaseMove.by(attempt.who(), role, action, comment, now)),
                waiting.version() + 1));
  }
}
