package jp.chukan.gateway.permit;

import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.crypto.EnvelopeBinding;

/**
 * Permit and path of one answer, proved to be those of the inquirer's own exchange (MS-04). Its
 * existence is the proof: only {@link AnswerPermits} makes one, and only with one can an answer be
 * opened.
 */
public final class AnswerPermit {
  private final VerifiedProvisionPermit permit;

  AnswerPermit(VerifiedProvisionPermit permit) {
    this.permit = permit;
  }

  public PermitId permitId() {
    return permit.id();
  }

  /** What the answer must be tied to. */
  public EnvelopeBinding binding() {
    return permit.binding();
  }

  @Override
  public String toString() {
    return "AnswerPermit[" + permit.id() + "]";
  }
}
