package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;

/**
 * The answer to a 「自己情報提供要求」, with {@link jp.chukan.contract.document.SelfInformation} in the
 * envelope.
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(SelfInformationAnswer.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record SelfInformationAnswer(
    @JsonProperty("MessageHeader") MessageHeader header,
    @JsonProperty("MessageBody") EnvelopedAnswer body)
    implements Message {
  public static final String TYPE_ID = "IF_JTK_60102_R01";
}
