package jp.chukan.contract.crypto;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcessingNumber;

/**
 * What ties an encrypted answer to one exchange. The provider signs it together with the content:
 * an answer that is moved to another exchange, permit, inquirer or key does not open.
 *
 * @param processingNumber 「処理通番」
 * @param permitId 「許可証番号」 of the 「情報提供許可証」
 * @param inquirer 「機関コード」 of the institution that may open the envelope
 * @param keyId key id of the inquirer's certificate, see {@link Certificates#keyIdOf}
 * @param profileId id of the {@link CryptoProfile}
 * @param expiresAt from then on the envelope must not be opened; whole seconds
 */
public record EnvelopeBinding(
    ProcessingNumber processingNumber,
    PermitId permitId,
    InstitutionCode inquirer,
    String keyId,
    String profileId,
    Instant expiresAt) {

  public EnvelopeBinding {
    expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * What ties an answer to a request of the 「情報提供等記録開示システム」. No 「情報提供許可証」 stands behind it: the
   * request itself, signed and used once, is what permits the answer, and its 「処理通番」 stands for it.
   *
   * @param request 「処理通番」 of the request
   * @param asker 「機関コード」 of the system that may open the envelope
   * @param keyId key id of its certificate
   * @param profile what both sides found to be the strongest for that certificate
   */
  public static EnvelopeBinding ofDisclosure(
      ProcessingNumber request,
      InstitutionCode asker,
      String keyId,
      CryptoProfile profile,
      Instant expiresAt) {
    return new EnvelopeBinding(
        request, new PermitId(request.value()), asker, keyId, profile.id(), expiresAt);
  }

  /** Whether both tie to the same exchange; the sender alone decides the expiry. */
  boolean isSameExchange(EnvelopeBinding other) {
    return equals(
        new EnvelopeBinding(
            other.processingNumber,
            other.permitId,
            other.inquirer,
            other.keyId,
            other.profileId,
            expiresAt));
  }
}
