package jp.chukan.gateway.inquiry;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.EnvelopeOpener;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.VerifiedDocument;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.contract.message.InquiryAnswer;
import jp.chukan.contract.message.ProvisionAnswer;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.crypto.InstitutionDecryptionKeys;
import jp.chukan.gateway.inquiry.InquiryOutcome.Declined;
import jp.chukan.gateway.inquiry.InquiryOutcome.Provided;
import jp.chukan.gateway.permit.AnswerPermit;
import jp.chukan.gateway.permit.AnswerPermits;
import org.springframework.stereotype.Component;

/**
 * Proves that an answer which the network signed answers this very inquiry, and opens it (MS-21).
 * Refuses, in this order:
 *
 * <ul>
 *   <li>{@link ErrorCode#SKI_ANSWER_FOREIGN} names another provider than the one that was asked
 *   <li>{@link ErrorCode#SKI_ANSWER_CONTENT} neither the provider nor the network answered, or both
 *   <li>{@link ErrorCode#SKI_ANSWER_PATH}, {@link ErrorCode#SKI_ANSWER_PERMIT} see {@link
 *       AnswerPermits}
 *   <li>{@link ErrorCode#SKI_ANSWER_SIGNER} the provider that was asked did not sign it as it is
 *       (JN-27)
 *   <li>{@link ErrorCode#SKI_ANSWER_FOREIGN} the provider signed the answer to another exchange
 *   <li>{@link ErrorCode#SKI_ANSWER_ENVELOPE} tag, signature, binding or expiry of the envelope
 *   <li>{@link ErrorCode#SKI_ANSWER_CONTENT} not what was asked for, see {@link AnsweredItems}
 * </ul>
 */
@Component
final class InquiryAnswerProof {
  private final AnswerPermits permits;
  private final DocumentVerifier verifier;
  private final InstitutionDecryptionKeys keys;
  private final AnsweredItems answeredItems;

  InquiryAnswerProof(
      AnswerPermits permits,
      DocumentVerifier verifier,
      InstitutionDecryptionKeys keys,
      AnsweredItems answeredItems) {
    this.permits = permits;
    this.verifier = verifier;
    this.keys = keys;
    this.answeredItems = answeredItems;
  }

  /**
   * What the answer says.
   *
   * @param at the instant at which everything must be valid
   * @throws InvalidInputException with one of the codes above
   */
  InquiryOutcome prove(OpenInquiry inquiry, InquiryAnswer.Body answer, Instant at) {
    if (!answer.provider().equals(inquiry.provider())) {
      throw InvalidInputException.of(ErrorCode.SKI_ANSWER_FOREIGN);
    }
    byte[] signed = answer.providerAnswer();
    String networkRefusal = answer.errorCode();
    if (signed == null && networkRefusal != null) {
      // the network may refuse before there is a permit: its own signature is all that it needs
      return Declined.of(networkRefusal, null);
    }
    if (signed == null || networkRefusal != null) {
      throw InvalidInputException.of(ErrorCode.SKI_ANSWER_CONTENT);
    }
    List<DecryptionKey> own = keys.all(inquiry.institution());
    AnswerPermit permit = permits.verify(answer.permit(), answer.path(), inquiry.facts(), own, at);
    DecryptionKey key =
        own.stream()
            .filter(one -> one.keyId().equals(permit.binding().keyId()))
            .findFirst()
            .orElseThrow();
    return outcome(inquiry, providerAnswer(inquiry, signed), permit, key, at);
  }

  private ProvisionAnswer.Body providerAnswer(OpenInquiry inquiry, byte[] signed) {
    VerifiedDocument document;
    try {
      document = verifier.verify(new RawSignedDocument(signed), inquiry.provider());
    } catch (InvalidInputException e) {
      throw new InvalidInputException(Refusal.of(ErrorCode.SKI_ANSWER_SIGNER), e);
    }
    ProvisionAnswer.Body body =
        read(() -> XmlMessages.read(ProvisionAnswer.class, document.content())).body();
    if (!body.processingNumber().equals(inquiry.number())
        || !body.inquirer().equals(inquiry.institution())
        || !body.provider().equals(inquiry.provider())) {
      throw InvalidInputException.of(ErrorCode.SKI_ANSWER_FOREIGN);
    }
    return body;
  }

  private InquiryOutcome outcome(
      OpenInquiry inquiry,
      ProvisionAnswer.Body answer,
      AnswerPermit permit,
      DecryptionKey key,
      Instant at) {
    byte[] envelope = answer.envelope();
    String refusal = answer.errorCode();
    if (envelope == null && refusal != null) {
      return Declined.of(refusal, permit.permitId());
    }
    if (envelope == null || refusal != null) {
      throw InvalidInputException.of(ErrorCode.SKI_ANSWER_CONTENT);
    }
    ProvidedInformation information = opened(inquiry, envelope, permit, key, at);
    Instant providedAt = between(inquiry.receivedAt(), answer.answeredAt(), at);
    return new Provided(
        answeredItems.of(inquiry, information, providedAt), permit.permitId(), providedAt);
  }

  /** Nobody answers before being asked or after the answer came: then a clock is wrong. */
  private static Instant between(Instant asked, Instant answered, Instant came) {
    if (answered.isBefore(asked)) {
      return asked;
    }
    return answered.isAfter(came) ? came : answered;
  }

  private ProvidedInformation opened(
      OpenInquiry inquiry, byte[] envelope, AnswerPermit permit, DecryptionKey key, Instant at) {
    byte[] content;
    try {
      content =
          new EnvelopeOpener(key, verifier, InstantSource.fixed(at))
              .open(envelope, permit.binding(), inquiry.provider())
              .content();
    } catch (InvalidInputException e) {
      throw new InvalidInputException(Refusal.of(ErrorCode.SKI_ANSWER_ENVELOPE), e);
    }
    return read(() -> XmlDocuments.read(ProvidedInformation.class, content));
  }

  /** What is signed but cannot be read is not an answer. */
  private static <T> T read(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (InvalidInputException e) {
      throw new InvalidInputException(Refusal.of(ErrorCode.SKI_ANSWER_CONTENT), e);
    }
  }
}
