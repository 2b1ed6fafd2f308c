package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a 「提供要求」: an envelope that only the inquirer can open, or a refusal.
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(ProvisionAnswer.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record ProvisionAnswer(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message {
  public static final String TYPE_ID = "IF_TKY_30102_R01";

  /**
   * Exactly one of envelope and error code is present.
   *
   * @param processingNumber the exchange that this belongs to
   * @param inquirer who may open the envelope
   * @param provider who answers
   * @param answeredAt when the decision was recorded
   * @param envelope CMS AuthEnvelopedData (DER), null in a refusal
   * @param errorCode identifier of the catalogue that the peer may see, null in an answer
   */
  @JsonPropertyOrder({
    "ProcessingNumber",
    "InquirerInstitutionCode",
    "ProviderInstitutionCode",
    "AnsweredAt",
    "Envelope",
    "ErrorCode"
  })
  public record Body(
      @JsonProperty("ProcessingNumber") ProcessingNumber processingNumber,
      @JsonProperty("InquirerInstitutionCode") InstitutionCode inquirer,
      @JsonProperty("ProviderInstitutionCode") InstitutionCode provider,
      @JsonProperty("AnsweredAt") Instant answeredAt,
      @JsonProperty("Envelope") byte @Nullable [] envelope,
      @JsonProperty("ErrorCode") @Nullable String errorCode) {}
}
