package jp.chukan.mocknetwork.coresystem;

import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcessingNumber;
import org.jspecify.annotations.Nullable;

/** Where the core hands an answer to: the inquirer that asked. */
public interface AnswerRecipient {
  /** Takes the answer over, inside the transaction of the core's own record. */
  void receive(Handover answer);

  /**
   * An answer as the core passes it on; it cannot read it.
   *
   * @param processingNumber the exchange
   * @param inquirer who may open it
   * @param provider whose signature it must carry
   * @param permitId permit to which the envelope is bound
   * @param permitExpiresAt end of the permit
   * @param envelope sealed answer, null in a refusal
   * @param errorCode identifier of the catalogue, null in an answer
   */
  record Handover(
      ProcessingNumber processingNumber,
      InstitutionCode inquirer,
      InstitutionCode provider,
      @Nullable PermitId permitId,
      @Nullable Instant permitExpiresAt,
      byte @Nullable [] envelope,
      @Nullable String errorCode) {}
}
