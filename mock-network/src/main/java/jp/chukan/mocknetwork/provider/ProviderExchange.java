package jp.chukan.mocknetwork.provider;

import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.mocknetwork.coresystem.Spoiling;
import org.jspecify.annotations.Nullable;

/**
 * A request as the provider keeps it until it is answered, and after.
 *
 * @param processingNumber the exchange
 * @param provider who was asked
 * @param inquirer who asked
 * @param information which 「特定個人情報」
 * @param person by the provider's own 「符号」
 * @param items exactly the items wanted
 * @param permitId permit to which the envelope is bound
 * @param keyId key of the inquirer
 * @param profileId cryptographic profile of the answer
 * @param permitExpiresAt end of the permit
 * @param certificate X.509 certificate (DER) of the inquirer's encryption key
 * @param requestedAt when it was asked
 * @param state how far it is
 * @param errorCode why it is refused, null unless it is
 * @param spoiling what goes wrong with the answer, null for nothing
 */
record ProviderExchange(
    ProcessingNumber processingNumber,
    InstitutionCode provider,
    InstitutionCode inquirer,
    SpecificPersonalInformationCode information,
    LinkageCode person,
    List<ItemCode> items,
    PermitId permitId,
    String keyId,
    String profileId,
    Instant permitExpiresAt,
    byte[] certificate,
    Instant requestedAt,
    State state,
    @Nullable String errorCode,
    @Nullable Spoiling spoiling) {

  /** How far a request is. */
  enum State {
    /** The answer has its time, which is still to come. */
    WAITING,
    /** It waits for an approval. */
    HELD,
    /** It is never answered. */
    SILENT,
    PROVIDED,
    REFUSED
  }

  EnvelopeBinding binding() {
    return new EnvelopeBinding(
        processingNumber, permitId, inquirer, keyId, profileId, permitExpiresAt);
  }

  /** Shows who asks whom: the rest is about a person. */
  @Override
  public String toString() {
    return "ProviderExchange[" + processingNumber + ", " + state + ", redacted]";
  }
}
