package jp.chukan.gateway.reconciliation;

import jp.chukan.contract.error.ErrorCode;

/** What came of an attempt to propose repairs: exactly one of these. */
public sealed interface RepairOutcome {

  /**
   * The findings were gone through; why one was refused stands with the finding.
   *
   * @param proposed how many are proposed now
   * @param refused how many are not
   */
  record Done(int proposed, int refused) implements RepairOutcome {}

  /**
   * Nothing was done.
   *
   * @param code why
   */
  record Refused(ErrorCode code) implements RepairOutcome {}
}
