package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import java.time.Instant;
import jp.chukan.contract.code.ProcessingNumber;

/**
 * The network took the answer over.
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(ProvisionReceipt.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record ProvisionReceipt(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message {
  public static final String TYPE_ID = "IF_TKY_30103_R01";

  /**
   * Names the answer by its digest.
   *
   * @param processingNumber the exchange that this belongs to
   * @param answerDigest SHA-256 over the signed answer as it was sent, 32 bytes
   * @param receivedAt when it was taken over
   */
  @JsonPropertyOrder({"ProcessingNumber", "AnswerDigest", "ReceivedAt"})
  public record Body(
      @JsonProperty("ProcessingNumber") ProcessingNumber processingNumber,
      @JsonProperty("AnswerDigest") byte[] answerDigest,
      @JsonProperty("ReceivedAt") Instant receivedAt) {}
}
