package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import org.jspecify.annotations.Nullable;

/**
 * 「情報照会」 as the server hands it to the network; signed by the inquirer.
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(NetworkInquiry.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record NetworkInquiry(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message {
  public static final String TYPE_ID = "IF_SKI_40301_R01";

  /**
   * The inquiry; nothing in it but the 「符号」 points at the person.
   *
   * @param processingNumber the exchange that this belongs to
   * @param inquirer who asks
   * @param provider who is asked
   * @param affair 事務
   * @param procedure 事務手続
   * @param information which 「特定個人情報」
   * @param linkageCode the person, by the inquirer's own 「符号」
   * @param requestedItems exactly the items asked for, at least one
   * @param delegatingInquirer on whose behalf the inquirer asks, null when on its own
   * @param delegatingProvider on whose behalf the provider answers, null when on its own
   * @param nonDisclosure whether the record is kept from the citizen, null for disclosed
   * @param periodFrom first day of the wanted period, null when open
   * @param periodTo last day of the wanted period, null when open
   * @param inquiredAt when the municipality asked
   * @param inquirerCertificate X.509 certificate (DER) of the inquirer's encryption key
   */
  @JsonPropertyOrder({
    "ProcessingNumber",
    "InquirerInstitutionCode",
    "ProviderInstitutionCode",
    "AffairCode",
    "ProcedureCode",
    "SpecificPersonalInformationCode",
    "LinkageCode",
    "RequestedItem",
    "DelegatingInquirerInstitutionCode",
    "DelegatingProviderInstitutionCode",
    "NonDisclosureCode",
    "InquiryStartDate",
    "InquiryEndDate",
    "InquiredAt",
    "InquirerCertificate"
  })
  public record Body(
      @JsonProperty("ProcessingNumber") ProcessingNumber processingNumber,
      @JsonProperty("InquirerInstitutionCode") InstitutionCode inquirer,
      @JsonProperty("ProviderInstitutionCode") InstitutionCode provider,
      @JsonProperty("AffairCode") AffairCode affair,
      @JsonProperty("ProcedureCode") ProcedureCode procedure,
      @JsonProperty("SpecificPersonalInformationCode") SpecificPersonalInformationCode information,
      @JsonProperty("LinkageCode") LinkageCode linkageCode,
      @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("RequestedItem")
          List<ItemCode> requestedItems,
      @JsonProperty("DelegatingInquirerInstitutionCode")
          @Nullable InstitutionCode delegatingInquirer,
      @JsonProperty("DelegatingProviderInstitutionCode")
          @Nullable InstitutionCode delegatingProvider,
      @JsonProperty("NonDisclosureCode") @Nullable NonDisclosureCode nonDisclosure,
      @JsonProperty("InquiryStartDate") @Nullable LocalDate periodFrom,
      @JsonProperty("InquiryEndDate") @Nullable LocalDate periodTo,
      @JsonProperty("InquiredAt") Instant inquiredAt,
      @JsonProperty("InquirerCertificate") byte[] inquirerCertificate) {
    public Body {
      requestedItems = requestedItems == null ? List.of() : List.copyOf(requestedItems);
    }

    /** Never shows what it holds: it is about a person. */
    @Override
    public String toString() {
      return "Body[redacted]";
    }
  }
}
