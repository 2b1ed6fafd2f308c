package jp.chukan.gateway.provision;

import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.gateway.provision.ProvisionAuthorisation.Authorised;
import org.jspecify.annotations.Nullable;

/**
 * A held request as it stands at this moment.
 *
 * @param request what the network signed
 * @param authorised whether it may be answered
 * @param addressee about whom it is, null when the 「符号」 is not known any more
 * @param content what could leave
 */
record OpenedRequest(
    VerifiedProvisionRequest request,
    Authorised authorised,
    @Nullable UnifiedAddresseeNumber addressee,
    ReleasableContent content) {

  @Override
  public String toString() {
    return "OpenedRequest[" + request.processingNumber() + "]";
  }
}
