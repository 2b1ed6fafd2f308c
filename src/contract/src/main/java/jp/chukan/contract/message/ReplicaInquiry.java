package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;

/**
 * Question of the institution for its own stored 「副本」 (MS-51).
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(ReplicaInquiry.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record ReplicaInquiry(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message {
  public static final String TYPE_ID = "IF_DBM_20301_R01";

  /**
   * Who looks, why, and at what.
   *
   * @param department 「依頼元部署コード」
   * @param user 「依頼元ユーザーID」
   * @param purpose why the person is looked at, 1 to 200 characters; recorded
   * @param addressee the person
   * @param information which 「特定個人情報」
   */
  @JsonPropertyOrder({
    "RequestSourceUnitCode",
    "RequestSourceUserID",
    "Purpose",
    "IntegratedAddressNumber",
    "SpecificPersonalInformationCode"
  })
  public record Body(
      @JsonProperty("RequestSourceUnitCode") DepartmentCode department,
      @JsonProperty("RequestSourceUserID") UserId user,
      @JsonProperty("Purpose") String purpose,
      @JsonProperty("IntegratedAddressNumber") UnifiedAddresseeNumber addressee,
      @JsonProperty("SpecificPersonalInformationCode")
          SpecificPersonalInformationCode information) {
    /** Never shows the purpose: people write names into it. */
    @Override
    public String toString() {
      return "Body[redacted]";
    }
  }
}
