package jp.chukan.gateway.disclosure;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.contract.crypto.EnvelopeSealer;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.DisclosureRequest;
import jp.chukan.contract.message.EnvelopedAnswer;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.crypto.InstitutionSigners;
import jp.chukan.gateway.kernel.SerialNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the answer that leaves: what is personal is signed by the institution and encrypted to the
 * asker before anything else sees it (MS-40, MS-41), and the whole is signed by the institution.
 */
@Component
final class DisclosureAnswers {
  /** The asker waits for the answer: afterwards nobody has a reason to open it. */
  private static final Duration OPENED_WITHIN = Duration.ofMinutes(10);

  /** What fits into the element of the envelope together with signature and encryption. */
  private static final int MOST_BYTES = 690 << 10;

  private final InstitutionSigners signers;
  private final SerialNumbers numbers;
  private final SecureRandom random;

  DisclosureAnswers(InstitutionSigners signers, SerialNumbers numbers, SecureRandom random) {
    this.signers = signers;
    this.numbers = numbers;
    this.random = random;
  }

  /**
   * @throws IllegalStateException when it is more than one answer holds, so that nothing of it is
   *     recorded as disclosed
   */
  byte[] shown(
      InstitutionCode institution,
      DisclosureKind<?> kind,
      DisclosureRequest request,
      Object document,
      DisclosureRecipient recipient,
      Instant now) {
    byte[] plaintext = XmlDocuments.write(document);
    if (plaintext.length > MOST_BYTES) {
      throw new IllegalStateException("a disclosure of " + plaintext.length + " bytes");
    }
    EnvelopeBinding binding =
        EnvelopeBinding.ofDisclosure(
            request.body().processingNumber(),
            recipient.certificate().institution(),
            recipient.certificate().keyId(),
            recipient.profile(),
            now.plus(OPENED_WITHIN));
    byte[] envelope =
        new EnvelopeSealer(signers.of(institution), random)
            .seal(plaintext, binding, recipient.certificate());
    return signed(institution, kind, request, envelope, null, now);
  }

  byte[] refused(
      InstitutionCode institution,
      DisclosureKind<?> kind,
      DisclosureRequest request,
      ErrorCode code,
      Instant now) {
    return signed(institution, kind, request, null, code, now);
  }

  private byte[] signed(
      InstitutionCode institution,
      DisclosureKind<?> kind,
      DisclosureRequest request,
      byte @Nullable [] envelope,
      @Nullable ErrorCode code,
      Instant now) {
    MessageHeader header =
        request
            .header()
            .answer(
                numbers.nextMessageId(),
                kind.answerType(),
                null,
                code == null ? MessageHeader.ACCEPTED : MessageHeader.REFUSED);
    EnvelopedAnswer body =
        new EnvelopedAnswer(
            request.body().processingNumber(),
            institution,
            now,
            envelope,
            code == null ? null : code.id());
    return signers.of(institution).sign(XmlMessages.write(kind.answer().apply(header, body)));
  }
}
