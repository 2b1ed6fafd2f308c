package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import java.time.Instant;
import jp.chukan.contract.code.ProcessingNumber;
import org.jspecify.annotations.Nullable;

/**
 * The network took an inquiry over, or refused it on its own.
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(NetworkInquiryReceipt.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record NetworkInquiryReceipt(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message {
  public static final String TYPE_ID = "IF_SKI_40302_R01";

  /**
   * Names the inquiry by number and digest.
   *
   * @param processingNumber the exchange that this belongs to
   * @param inquiryDigest SHA-256 over the XML of the inquiry that was signed, 32 bytes
   * @param receivedAt when it was taken over
   * @param errorCode identifier of the catalogue, null when taken over
   */
  @JsonPropertyOrder({"ProcessingNumber", "InquiryDigest", "ReceivedAt", "ErrorCode"})
  public record Body(
      @JsonProperty("ProcessingNumber") ProcessingNumber processingNumber,
      @JsonProperty("InquiryDigest") byte[] inquiryDigest,
      @JsonProperty("ReceivedAt") Instant receivedAt,
      @JsonProperty("ErrorCode") @Nullable String errorCode) {}
}
