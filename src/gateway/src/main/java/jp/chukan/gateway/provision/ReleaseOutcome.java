package jp.chukan.gateway.provision;

import java.time.Instant;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.approval.ApprovalState;
import org.jspecify.annotations.Nullable;

/** What became of a deed on a held case: exactly one of these. */
public sealed interface ReleaseOutcome {

  /**
   * It took effect.
   *
   * @param state how the case stands now
   * @param version which one that is
   */
  record Done(ApprovalState state, int version) implements ReleaseOutcome {}

  /**
   * What would leave is not what was seen or prepared: nothing left. A case that was prepared waits
   * again to be prepared.
   *
   * @param state how the case stands now
   * @param version which one that is
   */
  record ContentChanged(ApprovalState state, int version) implements ReleaseOutcome {

    public ErrorCode code() {
      return ErrorCode.TKY_CASE_CHANGED;
    }
  }

  /** Nothing was done or shown. */
  sealed interface Denied extends ReleaseOutcome, ReleaseView, CaseHistory {

    /** The row of the catalogue, for whoever tried. */
    ErrorCode code();
  }

  /**
   * The person may not, or not with this case as it stands.
   *
   * @param code why
   */
  record NotAllowed(ErrorCode code) implements Denied {}

  /**
   * Somebody else was faster.
   *
   * @param state how the case stands now
   * @param version which one that is
   * @param by who made it so, null when nobody did
   * @param at when
   */
  record Stale(ApprovalState state, int version, @Nullable UserId by, Instant at)
      implements Denied {

    @Override
    public ErrorCode code() {
      return ErrorCode.TKY_CASE_STALE;
    }
  }

  /** The permit has run out: the case has ended. */
  record Expired() implements Denied {

    @Override
    public ErrorCode code() {
      return ErrorCode.TKY_CASE_EXPIRED;
    }
  }

  /** The institution has no such case. */
  record Unknown() implements Denied {

    @Override
    public ErrorCode code() {
      return ErrorCode.TKY_CASE_UNKNOWN;
    }
  }
}
