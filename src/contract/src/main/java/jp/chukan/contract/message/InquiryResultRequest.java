package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.UserId;

/**
 * 「情報照会結果取得」: fetches how the inquiries of one 「受付番号」 stand, and what came for them.
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(InquiryResultRequest.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record InquiryResultRequest(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message {
  public static final String TYPE_ID = "IF_SKI_40201_R01";

  /**
   * Who fetches, and what.
   *
   * @param department 「依頼元部署コード」
   * @param user 「依頼元ユーザーID」, one person of the staff
   * @param receptionNumber of the request
   */
  @JsonPropertyOrder({"RequestSourceUnitCode", "RequestSourceUserID", "InquiryReceptionNumber"})
  public record Body(
      @JsonProperty("RequestSourceUnitCode") DepartmentCode department,
      @JsonProperty("RequestSourceUserID") UserId user,
      @JsonProperty("InquiryReceptionNumber") ReceptionNumber receptionNumber) {}
}
