package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import java.util.List;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Sets or lifts 「自動応答不可」 and 「不開示」 for persons, apart from a registration (MS-05).
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(ResponseModeChange.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record ResponseModeChange(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message {
  public static final String TYPE_ID = "IF_DBM_20213_R01";

  /**
   * Who asks, and for whom.
   *
   * @param department 「依頼元部署コード」
   * @param user 「依頼元ユーザーID」
   * @param changes 1 to 1,000
   */
  @JsonPropertyOrder({"RequestSourceUnitCode", "RequestSourceUserID", "Change"})
  public record Body(
      @JsonProperty("RequestSourceUnitCode") DepartmentCode department,
      @JsonProperty("RequestSourceUserID") UserId user,
      @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("Change") List<Change> changes) {
    public Body {
      changes = changes == null ? List.of() : List.copyOf(changes);
    }
  }

  /**
   * The flags of one person for one 「特定個人情報」.
   *
   * @param recordNumber the sender's key of this record
   * @param addressee the person
   * @param information which 「特定個人情報」, null for all
   * @param autoResponseProhibited {@code 1} holds answers back, {@code 0} lets them go
   * @param nonDisclosure 「不開示コード」, null to leave it as it is
   */
  @JsonPropertyOrder({
    "RecordIdentificationNumber",
    "IntegratedAddressNumber",
    "SpecificPersonalInformationCode",
    "AutoResponseProhibited",
    "NonDisclosureCode"
  })
  public record Change(
      @JsonProperty("RecordIdentificationNumber") RecordIdentificationNumber recordNumber,
      @JsonProperty("IntegratedAddressNumber") UnifiedAddresseeNumber addressee,
      @JsonProperty("SpecificPersonalInformationCode")
          @Nullable SpecificPersonalInformationCode information,
      @JsonProperty("AutoResponseProhibited") String autoResponseProhibited,
      @JsonProperty("NonDisclosureCode") @Nullable NonDisclosureCode nonDisclosure) {}
}
