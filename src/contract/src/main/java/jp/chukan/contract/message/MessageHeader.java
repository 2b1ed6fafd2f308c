package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SystemIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The header of every message, in the order in which clients write it.
 *
 * @param messageId 「電文メッセージID」, names this message for its sender
 * @param messageTypeId 「電文種別ID」, for example {@code IF_DBM_20113_R01}
 * @param mode 「電文実行モード」
 * @param source system that sends
 * @param destination system that is meant to receive
 * @param receptionNumber 「中間サーバー受付番号」, null in a request
 * @param result 「電文結果コード」: {@code 0} all accepted, {@code 1} some records refused, {@code 9}
 *     refused as a whole; null in a request
 */
@JsonPropertyOrder({
  "MSGID",
  "MSGTypeID",
  "MSGMode",
  "SourceSystemID",
  "DestinationSystemID",
  "ReceptionNumber",
  "MSGResult"
})
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MessageHeader(
    @JsonProperty("MSGID") MessageId messageId,
    @JsonProperty("MSGTypeID") String messageTypeId,
    @JsonProperty("MSGMode") ExecutionMode mode,
    @JsonProperty("SourceSystemID") SystemIdentifier source,
    @JsonProperty("DestinationSystemID") SystemIdentifier destination,
    @JsonProperty("ReceptionNumber") @JsonDeserialize(using = EmptyReceptionNumber.class)
        @Nullable ReceptionNumber receptionNumber,
    @JsonProperty("MSGResult") @Nullable String result) {

  public MessageHeader {
    result = result == null || result.isEmpty() ? null : result;
  }

  public static final String ACCEPTED = "0";
  public static final String PARTLY_REFUSED = "1";
  public static final String REFUSED = "9";

  /** Header of a request: no reception number and no result yet. */
  public static MessageHeader request(
      MessageId messageId,
      String messageTypeId,
      SystemIdentifier source,
      SystemIdentifier destination) {
    return new MessageHeader(
        messageId, messageTypeId, ExecutionMode.PRODUCTION, source, destination, null, null);
  }

  /** Header of the answer to this message: the parties change sides. */
  public MessageHeader answer(
      MessageId answerId,
      String answerTypeId,
      @Nullable ReceptionNumber receptionNumber,
      String result) {
    return new MessageHeader(
        answerId, answerTypeId, mode, destination, source, receptionNumber, result);
  }
}
