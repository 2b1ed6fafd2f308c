package jp.chukan.gateway.inquiry;

import java.time.Instant;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** How an inquiry that was accepted ends: exactly one of these, once (MS-74). */
sealed interface InquiryOutcome {

  /**
   * Answered.
   *
   * @param information exactly the asked items, in layout order
   * @param permitId 「情報提供許可証」 of the answer
   * @param providedAt when the provider answered, never before the question or after the answer
   *     came
   */
  record Provided(ProvidedInformation information, PermitId permitId, Instant providedAt)
      implements InquiryOutcome {}

  /**
   * Not answered: the network or the provider said no.
   *
   * @param code what they said
   * @param permitId null when the network refused before it issued one
   */
  record Declined(ErrorCode code, @Nullable PermitId permitId) implements InquiryOutcome {

    /**
     * @param code identifier as the peer gave it; one that this side does not know says only that
     *     it was declined
     */
    static Declined of(String code, @Nullable PermitId permitId) {
      return new Declined(ErrorCode.ofId(code).orElse(ErrorCode.SKI_REFUSED_BY_NETWORK), permitId);
    }
  }

  /** Nobody answered in time. */
  record Unanswered() implements InquiryOutcome {}
}
