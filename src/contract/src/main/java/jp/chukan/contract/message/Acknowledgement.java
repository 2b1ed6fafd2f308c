package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import org.jspecify.annotations.Nullable;

/**
 * Whether a message was taken, or why it was refused as a whole.
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(Acknowledgement.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record Acknowledgement(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message {
  public static final String TYPE_ID = "IF_SYM_90001_R01";

  /**
   * Reason of a refusal; empty when the message was accepted.
   *
   * @param errorCode identifier of the catalogue, null when accepted
   * @param record record that broke the rule, null when not about one
   * @param element where the rule was broken, null when not about one element
   * @param errorMessage fixed Japanese text of the catalogue, null when accepted
   */
  @JsonPropertyOrder({"ErrorCode", "RecordIdentificationNumber", "ElementName", "ErrorMessage"})
  public record Body(
      @JsonProperty("ErrorCode") @Nullable String errorCode,
      @JsonProperty("RecordIdentificationNumber") @Nullable String record,
      @JsonProperty("ElementName") @Nullable String element,
      @JsonProperty("ErrorMessage") @Nullable String errorMessage) {}
}
