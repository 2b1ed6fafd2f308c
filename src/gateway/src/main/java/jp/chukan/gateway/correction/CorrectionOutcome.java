package jp.chukan.gateway.correction;

import java.time.Instant;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;

/** What became of a deed on a proposal: exactly one of these. */
public sealed interface CorrectionOutcome {

  /**
   * The step was taken.
   *
   * @param number of the proposal
   * @param state how it stands now
   * @param version which one that is
   */
  record Done(ReceptionNumber number, ProposalState state, int version)
      implements CorrectionOutcome {}

  /**
   * What is stored is no longer what was seen, or may no longer be changed so: the 「副本」 stayed as
   * it is, and the proposal went back to whoever entered it.
   *
   * @param code why
   * @param state how the proposal stands now
   * @param version which one that is
   */
  record Lapsed(ErrorCode code, ProposalState state, int version) implements CorrectionOutcome {}

  /** Nothing was done or shown. */
  sealed interface Denied extends CorrectionOutcome, ReplicaView, ProposalView {

    /** The row of the catalogue, for whoever tried. */
    ErrorCode code();
  }

  /**
   * The values break a rule of registration.
   *
   * @param refusal which rule, and at which element or item
   */
  record Invalid(Refusal refusal) implements Denied {

    @Override
    public ErrorCode code() {
      return refusal.code();
    }
  }

  /**
   * The person may not, or not with this proposal or 「副本」 as it stands.
   *
   * @param code why
   */
  record NotAllowed(ErrorCode code) implements Denied {}

  /**
   * Somebody else was faster.
   *
   * @param state how the proposal stands now
   * @param version which one that is
   * @param by who made it so, null when nobody did
   * @param at when
   */
  record Stale(ProposalState state, int version, @Nullable UserId by, Instant at)
      implements Denied {

    @Override
    public ErrorCode code() {
      return ErrorCode.DBM_PROPOSAL_STALE;
    }
  }

  /** The institution has no such proposal. */
  record Unknown() implements Denied {

    @Override
    public ErrorCode code() {
      return ErrorCode.DBM_PROPOSAL_UNKNOWN;
    }
  }
}
