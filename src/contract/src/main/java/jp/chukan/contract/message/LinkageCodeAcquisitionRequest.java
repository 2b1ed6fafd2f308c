package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import java.util.List;
import jp.chukan.contract.code.AcquisitionPurpose;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;

/**
 * 「符号取得要求」 of the 宛名 system (MS-32).
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(LinkageCodeAcquisitionRequest.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record LinkageCodeAcquisitionRequest(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message {
  public static final String TYPE_ID = "IF_FGU_10101_R01";

  /**
   * Who asks, and for whom.
   *
   * @param department 「依頼元部署コード」
   * @param user 「依頼元ユーザーID」
   * @param acquisitions one per person, 1 to 1,000
   */
  @JsonPropertyOrder({"RequestSourceUnitCode", "RequestSourceUserID", "Acquisition"})
  public record Body(
      @JsonProperty("RequestSourceUnitCode") DepartmentCode department,
      @JsonProperty("RequestSourceUserID") UserId user,
      @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("Acquisition")
          List<Acquisition> acquisitions) {
    public Body {
      acquisitions = acquisitions == null ? List.of() : List.copyOf(acquisitions);
    }
  }

  /**
   * One person for whom a 「符号」 is wanted.
   *
   * @param recordNumber the sender's key of this record
   * @param addressee the person
   * @param affair affair for which the code is acquired (MS-35)
   * @param purpose recorded with the code (MS-18)
   */
  @JsonPropertyOrder({
    "RecordIdentificationNumber",
    "IntegratedAddressNumber",
    "AffairCode",
    "AcquisitionPurpose"
  })
  public record Acquisition(
      @JsonProperty("RecordIdentificationNumber") RecordIdentificationNumber recordNumber,
      @JsonProperty("IntegratedAddressNumber") UnifiedAddresseeNumber addressee,
      @JsonProperty("AffairCode") AffairCode affair,
      @JsonProperty("AcquisitionPurpose") AcquisitionPurpose purpose) {}
}
