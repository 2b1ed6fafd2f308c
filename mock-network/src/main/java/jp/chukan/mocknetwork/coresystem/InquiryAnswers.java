package jp.chukan.mocknetwork.coresystem;

import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.message.InquiryAnswer;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what a served municipality gets as the answer to its inquiry, signed by the network. */
@Component
final class InquiryAnswers {
  private final DocumentSigner signer;
  private final InstitutionDirectory institutions;
  private final Identifiers identifiers;

  InquiryAnswers(
      DocumentSigner signer, InstitutionDirectory institutions, Identifiers identifiers) {
    this.signer = signer;
    this.institutions = institutions;
    this.identifiers = identifiers;
  }

  /**
   * What an answer is made of.
   *
   * @param processingNumber the exchange
   * @param inquirer who asked
   * @param provider who was asked
   * @param answeredAt when the network took the answer over
   * @param permit signed 「情報提供許可証」, null when the network answers itself
   * @param path signed 「経路情報」, null when the network answers itself
   * @param providerAnswer what the provider signed, null when the network answers itself
   * @param errorCode why the network refuses, null when the provider answered
   */
  record Parts(
      ProcessingNumber processingNumber,
      InstitutionCode inquirer,
      InstitutionCode provider,
      Instant answeredAt,
      byte @Nullable [] permit,
      byte @Nullable [] path,
      byte @Nullable [] providerAnswer,
      @Nullable String errorCode) {

    Parts withNumber(ProcessingNumber other) {
      return new Parts(
          other, inquirer, provider, answeredAt, permit, path, providerAnswer, errorCode);
    }

    Parts withInquirer(InstitutionCode other) {
      return new Parts(
          processingNumber, other, provider, answeredAt, permit, path, providerAnswer, errorCode);
    }

    Parts withPermit(byte[] other) {
      return new Parts(
          processingNumber, inquirer, provider, answeredAt, other, path, providerAnswer, errorCode);
    }

    Parts withPath(byte[] other) {
      return new Parts(
          processingNumber,
          inquirer,
          provider,
          answeredAt,
          permit,
          other,
          providerAnswer,
          errorCode);
    }

    Parts withProviderAnswer(byte[] other) {
      return new Parts(
          processingNumber, inquirer, provider, answeredAt, permit, path, other, errorCode);
    }
  }

  byte[] signed(Parts parts) {
    var header =
        MessageHeader.request(
            identifiers.messageId(),
            InquiryAnswer.TYPE_ID,
            institutions.network().requiredSystem(),
            institutions.platform().requiredSystem());
    var body =
        new InquiryAnswer.Body(
            parts.processingNumber(),
            parts.inquirer(),
            parts.provider(),
            parts.answeredAt(),
            parts.permit(),
            parts.path(),
            parts.providerAnswer(),
            parts.errorCode());
    return signer.sign(XmlMessages.write(new InquiryAnswer(header, body)));
  }
}
