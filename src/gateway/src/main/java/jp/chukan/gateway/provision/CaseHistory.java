package jp.chukan.gateway.provision;

import java.util.List;
import jp.chukan.gateway.approval.ApprovalCase;
import jp.chukan.gateway.approval.ApprovalStep;

/** What somebody who wants to know how a case went gets: its steps, or nothing. */
public sealed interface CaseHistory permits CaseHistory.Steps, ReleaseOutcome.Denied {

  /**
   * They are shown, and that they were is kept.
   *
   * @param facts what the case is about, and how it stands
   * @param steps in their order
   */
  record Steps(ApprovalCase facts, List<ApprovalStep> steps) implements CaseHistory {
    public Steps {
      steps = List.copyOf(steps);
    }
  }
}
