package jp.chukan.gateway.permit;

import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcessingNumber;

/** Which permits have served; asked and told in the transaction of the decision (MS-04). */
interface UsedPermits {

  boolean isUsed(InstitutionCode institution, PermitId permit);

  /** Whether it was this exchange in which the permit has served. */
  boolean isUsedFor(InstitutionCode institution, PermitId permit, ProcessingNumber number);

  /**
   * Uses the permit up.
   *
   * @return false when it has served before, also in a transaction that ended a moment ago
   */
  boolean use(
      InstitutionCode institution,
      VerifiedProvisionPermit permit,
      ProcessingNumber number,
      Instant at);
}
