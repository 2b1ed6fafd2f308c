package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.UserId;

/**
 * Request to register or delete 「副本」; the records are in the attachment that it names.
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(ReplicaRegistrationRequest.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record ReplicaRegistrationRequest(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message {
  public static final String TYPE_ID = "IF_DBM_20113_R01";

  /**
   * Who asks, and the attachment.
   *
   * @param department 「依頼元部署コード」
   * @param user 「依頼元ユーザーID」
   * @param attachedFileName file name of the attachment
   * @param attachmentId identifier of the attachment
   */
  @JsonPropertyOrder({
    "RequestSourceUnitCode",
    "RequestSourceUserID",
    "AttachedFileName",
    "AttachmentID"
  })
  public record Body(
      @JsonProperty("RequestSourceUnitCode") DepartmentCode department,
      @JsonProperty("RequestSourceUserID") UserId user,
      @JsonProperty("AttachedFileName") String attachedFileName,
      @JsonProperty("AttachmentID") String attachmentId) {}
}
