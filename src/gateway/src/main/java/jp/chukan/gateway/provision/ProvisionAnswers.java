package jp.chukan.gateway.provision;

import java.security.SecureRandom;
import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.EnvelopeSealer;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ProvisionAnswer;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.crypto.InstitutionSigners;
import jp.chukan.gateway.kernel.OutgoingMessage;
import jp.chukan.gateway.kernel.OutgoingMessage.Answered;
import jp.chukan.gateway.kernel.OutgoingQueue;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.provision.ProvisionOutcome.Provided;
import jp.chukan.gateway.provision.ProvisionOutcome.Refused;
import jp.chukan.gateway.record.RecordOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the answer that leaves: what is personal is signed by the provider and encrypted to the
 * inquirer before anything else sees it (MS-40, MS-41), and the whole is signed by the provider.
 */
@Component
final class ProvisionAnswers {
  private final InstitutionSigners signers;
  private final SerialNumbers numbers;
  private final SecureRandom random;

  ProvisionAnswers(InstitutionSigners signers, SerialNumbers numbers, SecureRandom random) {
    this.signers = signers;
    this.numbers = numbers;
    this.random = random;
  }

  OutgoingMessage provided(
      InstitutionCode institution,
      VerifiedProvisionRequest request,
      Provided outcome,
      Instant receivedAt,
      Instant answeredAt) {
    byte[] plaintext = XmlDocuments.write(outcome.information());
    byte[] envelope =
        new EnvelopeSealer(signers.of(institution), random)
            .seal(plaintext, outcome.exchange().binding(), outcome.exchange().recipient());
    return answer(institution, request, envelope, null, receivedAt, answeredAt);
  }

  OutgoingMessage refused(
      InstitutionCode institution,
      VerifiedProvisionRequest request,
      Refused outcome,
      Instant receivedAt,
      Instant answeredAt) {
    ErrorCode visible = PeerCodes.visible(outcome.refusal().code());
    return answer(institution, request, null, visible, receivedAt, answeredAt);
  }

  private OutgoingMessage answer(
      InstitutionCode institution,
      VerifiedProvisionRequest request,
      byte @Nullable [] envelope,
      @Nullable ErrorCode code,
      Instant receivedAt,
      Instant answeredAt) {
    DocumentSigner signer = signers.of(institution);
    RecordOutcome outcome = code == null ? RecordOutcome.PROVIDED : RecordOutcome.REFUSED;
    ProvisionAnswer answer =
        new ProvisionAnswer(
            request
                .header()
                .answer(
                    numbers.nextMessageId(),
                    ProvisionAnswer.TYPE_ID,
                    null,
                    code == null ? MessageHeader.ACCEPTED : MessageHeader.REFUSED),
            new ProvisionAnswer.Body(
                request.processingNumber(),
                request.body().inquirer(),
                institution,
                answeredAt,
                envelope,
                code == null ? null : code.id()));
    return new OutgoingMessage(
        institution,
        OutgoingQueue.ANSWER,
        ProvisionAnswer.TYPE_ID,
        request.processingNumber(),
        "answer:" + institution + ":" + request.processingNumber(),
        signer.sign(XmlMessages.write(answer)),
        new Answered(receivedAt, outcome.name()));
  }
}
