package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;

/**
 * The answer to a 「お知らせ取得要求」, with {@link jp.chukan.contract.document.CitizenNotices} in the
 * envelope.
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(CitizenNoticeAnswer.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record CitizenNoticeAnswer(
    @JsonProperty("MessageHeader") MessageHeader header,
    @JsonProperty("MessageBody") EnvelopedAnswer body)
    implements Message {
  public static final String TYPE_ID = "IF_OSR_80202_R01";
}
