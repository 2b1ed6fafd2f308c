package jp.chukan.gateway.inquiry;

import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.crypto.VerifiedDocument;
import jp.chukan.contract.message.InquiryAnswer;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.kernel.Sha256;

/** An answer that the network has signed; what is in it is still to be proved. */
final class VerifiedInquiryAnswer {
  private final InquiryAnswer message;
  private final byte[] digest;

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the document is not such an answer
   */
  VerifiedInquiryAnswer(VerifiedDocument document) {
    byte[] content = document.content();
    this.message = XmlMessages.read(InquiryAnswer.class, content);
    this.digest = Sha256.of(content);
  }

  MessageHeader header() {
    return message.header();
  }

  InquiryAnswer.Body body() {
    return message.body();
  }

  ProcessingNumber processingNumber() {
    return message.body().processingNumber();
  }

  /** SHA-256 of what was signed: the same answer signed anew is still the same answer. */
  byte[] digest() {
    return digest.clone();
  }

  @Override
  public String toString() {
    return "VerifiedInquiryAnswer[" + processingNumber() + "]";
  }
}
