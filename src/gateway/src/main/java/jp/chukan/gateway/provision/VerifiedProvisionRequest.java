package jp.chukan.gateway.provision;

import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.crypto.VerifiedDocument;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ProvisionRequest;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.kernel.Sha256;
import jp.chukan.gateway.permission.InquiryTuple;

/** A 「提供要求」 that the network has signed. Points at a person: prints nothing of it. */
final class VerifiedProvisionRequest {
  private final ProvisionRequest message;
  private final byte[] digest;

  /**
   * @throws jp.chukan.contract.error.InvalidInputException when the document is not such a request
   */
  VerifiedProvisionRequest(VerifiedDocument document) {
    byte[] content = document.content();
    this.message = XmlMessages.read(ProvisionRequest.class, content);
    this.digest = Sha256.of(content);
  }

  MessageHeader header() {
    return message.header();
  }

  ProvisionRequest.Body body() {
    return message.body();
  }

  ProcessingNumber processingNumber() {
    return message.body().processingNumber();
  }

  /** SHA-256 of what was signed: the same request signed anew is still the same request. */
  byte[] digest() {
    return digest.clone();
  }

  /** What the 「照会許可照合リスト」 is asked. */
  InquiryTuple tuple() {
    ProvisionRequest.Body body = message.body();
    return new InquiryTuple(
        body.inquirer(), body.affair(), body.procedure(), body.provider(), body.information());
  }

  @Override
  public String toString() {
    return "VerifiedProvisionRequest[" + processingNumber() + "]";
  }
}
