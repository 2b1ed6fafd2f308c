package jp.chukan.gateway.provision;

import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.approval.ApprovalReason;
import jp.chukan.gateway.permit.PermittedExchange;
import org.jspecify.annotations.Nullable;

/** Outcome of a 「情報提供」: exactly one of these for every 「提供要求」 (MS-74). */
sealed interface ProvisionOutcome {

  /**
   * The 「副本」 answers by itself.
   *
   * @param exchange what allows the answer, and to whom it is encrypted
   * @param information exactly the asked items
   * @param nonDisclosure 「不開示コード」, null when none was given
   */
  record Provided(
      PermittedExchange exchange,
      ProvidedInformation information,
      @Nullable NonDisclosureCode nonDisclosure)
      implements ProvisionOutcome {}

  /**
   * People must decide; nothing leaves, not even that it is so.
   *
   * @param exchange what would allow an answer
   * @param reason for the municipality only
   * @param nonDisclosure 「不開示コード」, null when none was given
   */
  record AwaitingApproval(
      PermittedExchange exchange, ApprovalReason reason, @Nullable NonDisclosureCode nonDisclosure)
      implements ProvisionOutcome {}

  /**
   * Not provided.
   *
   * @param refusal why, for this side's record; the peer is told {@link PeerCodes}
   * @param permitId the permit that was proved, null when none was
   */
  record Refused(Refusal refusal, @Nullable PermitId permitId) implements ProvisionOutcome {

    static Refused of(ErrorCode code, PermittedExchange exchange) {
      return new Refused(Refusal.of(code), exchange.permitId());
    }
  }
}
