package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;

/**
 * The answer to a 「情報提供等記録開示要求」, with {@link jp.chukan.contract.document.DisclosedRecords} in the
 * envelope.
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(RecordDisclosureAnswer.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record RecordDisclosureAnswer(
    @JsonProperty("MessageHeader") MessageHeader header,
    @JsonProperty("MessageBody") EnvelopedAnswer body)
    implements Message {
  public static final String TYPE_ID = "IF_TKM_50102_R01";
}
