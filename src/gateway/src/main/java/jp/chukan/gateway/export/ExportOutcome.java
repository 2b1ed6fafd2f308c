package jp.chukan.gateway.export;

import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;

/** Outcome of what somebody does about an export. */
public sealed interface ExportOutcome {

  /** Outcome of asking for one. */
  sealed interface OfAsking extends ExportOutcome permits Released, Applied, Refused {}

  /** Outcome of taking one out that was applied for. */
  sealed interface OfTaking extends ExportOutcome permits Released, Refused {}

  /** Outcome of deciding one. */
  sealed interface OfDeciding extends ExportOutcome permits Done, Refused {}

  /** It may leave. */
  record Released(ReleasedExport export) implements OfAsking, OfTaking {}

  /**
   * It is too much to leave at once and waits for approval.
   *
   * @param number of the application
   */
  record Applied(ReceptionNumber number) implements OfAsking {}

  /** It took effect. */
  record Done() implements OfDeciding {}

  /**
   * It did not, and everything is as before.
   *
   * @param code why
   */
  record Refused(ErrorCode code) implements OfAsking, OfTaking, OfDeciding {}
}
