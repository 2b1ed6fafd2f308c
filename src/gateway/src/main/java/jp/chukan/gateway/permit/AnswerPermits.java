package jp.chukan.gateway.permit;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.crypto.AllowedProfiles;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Proves on the side of the inquirer that an answer came over the 「経路情報」 and with the 「情報提供許可証」 of
 * its own exchange (MS-04). Refuses, in this order:
 *
 * <ul>
 *   <li>{@link ErrorCode#SKI_ANSWER_PATH} path missing, not the network's as it is, past its time,
 *       of another exchange, or not leading from the interface system to this inquirer
 *   <li>{@link ErrorCode#SKI_ANSWER_PERMIT} permit missing, not the network's as it is, not valid,
 *       of another exchange, for another key, or not of the strongest profile that the key is for
 *       and that is allowed here
 * </ul>
 *
 * <p>The cause of a refusal says which of these it was.
 */
@Component
public final class AnswerPermits {
  private final DocumentVerifier verifier;
  private final AllowedProfiles profiles;
  private final InstitutionCode network;

  AnswerPermits(
      DocumentVerifier verifier,
      AllowedProfiles profiles,
      @Value("${chukan.network.institution}") String network) {
    this.verifier = verifier;
    this.profiles = profiles;
    this.network = new InstitutionCode(network);
  }

  /**
   * Proves it.
   *
   * @param permit as it came, null when none did
   * @param path as it came, null when none did
   * @param exchange what this side asked
   * @param keys of this side, the certificate of one of which it sent along
   * @param at the instant at which both must be valid
   * @throws InvalidInputException with one of the codes above
   */
  public AnswerPermit verify(
      byte @Nullable [] permit,
      byte @Nullable [] path,
      ExchangeFacts exchange,
      List<DecryptionKey> keys,
      Instant at) {
    verifyPath(path, exchange, at);
    return new AnswerPermit(verifiedPermit(permit, exchange, keys, at));
  }

  private void verifyPath(byte @Nullable [] bytes, ExchangeFacts exchange, Instant at) {
    if (bytes == null) {
      throw InvalidInputException.of(ErrorCode.SKI_ANSWER_PATH);
    }
    VerifiedInquirerPath path =
        verified(
            () -> new RawInquirerPath(new RawSignedDocument(bytes)).verify(verifier, network),
            ErrorCode.SKI_ANSWER_PATH);
    if (!path.isValidAt(at) || !path.isFor(exchange, network)) {
      throw InvalidInputException.of(ErrorCode.SKI_ANSWER_PATH);
    }
  }

  private VerifiedProvisionPermit verifiedPermit(
      byte @Nullable [] bytes, ExchangeFacts exchange, List<DecryptionKey> keys, Instant at) {
    if (bytes == null) {
      throw InvalidInputException.of(ErrorCode.SKI_ANSWER_PERMIT);
    }
    VerifiedProvisionPermit permit =
        verified(
            () -> new RawProvisionPermit(new RawSignedDocument(bytes)).verify(verifier, network),
            ErrorCode.SKI_ANSWER_PERMIT);
    if (!permit.isValidAt(at)
        || !permit.isFor(exchange)
        || keys.stream().noneMatch(key -> isFor(key, permit))) {
      throw InvalidInputException.of(ErrorCode.SKI_ANSWER_PERMIT);
    }
    return permit;
  }

  private boolean isFor(DecryptionKey key, VerifiedProvisionPermit permit) {
    return permit.isForKey(key.keyId()) && permit.isOfStrongest(key.profiles(), profiles.now());
  }

  private static <T> T verified(Supplier<T> verification, ErrorCode refusal) {
    try {
      return verification.get();
    } catch (InvalidInputException e) {
      throw new InvalidInputException(Refusal.of(refusal), e);
    }
  }
}
