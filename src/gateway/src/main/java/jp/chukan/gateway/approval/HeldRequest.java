package jp.chukan.gateway.approval;

import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.message.ProvisionRequest;

/**
 * A 「提供要求」 that is held.
 *
 * @param institution who was asked
 * @param request what it says, as verified
 * @param signed the request as the network signed it: a later release verifies it again and holds
 *     it against that day's list
 * @param reason why people must decide
 * @param receivedAt when it was taken up
 * @param permitExpiresAt from then on nothing may leave
 */
public record HeldRequest(
    InstitutionCode institution,
    ProvisionRequest.Body request,
    RawSignedDocument signed,
    ApprovalReason reason,
    Instant receivedAt,
    Instant permitExpiresAt) {

  /** Never shows the request: it points at a person. */
  @Override
  public String toString() {
    return "HeldRequest[" + request.processingNumber() + "]";
  }
}
