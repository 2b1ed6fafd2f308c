package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import org.jspecify.annotations.Nullable;

/**
 * 「情報照会要求」: what the municipality wants to know (MS-24), 1 to 1,000 inquiries.
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(InquiryRequest.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record InquiryRequest(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message {
  public static final String TYPE_ID = "IF_SKI_40101_R01";

  /**
   * Who asks, and what.
   *
   * @param department 「依頼元部署コード」
   * @param user 「依頼元ユーザーID」, one person of the staff
   * @param inquiries 1 to 1,000
   */
  @JsonPropertyOrder({"RequestSourceUnitCode", "RequestSourceUserID", "Inquiry"})
  public record Body(
      @JsonProperty("RequestSourceUnitCode") DepartmentCode department,
      @JsonProperty("RequestSourceUserID") UserId user,
      @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("Inquiry")
          List<Inquiry> inquiries) {
    public Body {
      inquiries = inquiries == null ? List.of() : List.copyOf(inquiries);
    }
  }

  /**
   * One inquiry about one person.
   *
   * @param recordNumber the sender's key of this inquiry
   * @param addressee the person
   * @param affair 事務
   * @param procedure 事務手続
   * @param delegatingInquirer on whose behalf the inquirer asks, null when on its own
   * @param delegatingProvider on whose behalf the provider answers, null when on its own
   * @param provider who is asked; a ward stands for its city
   * @param information which 「特定個人情報」
   * @param requestedItems the items wanted; empty for every item of the layout in force
   * @param nonDisclosure whether the record is kept from the citizen, null for disclosed
   * @param periodFrom first day of the wanted period, null when open
   * @param periodTo last day of the wanted period, null when open
   */
  @JsonPropertyOrder({
    "RecordIdentificationNumber",
    "IntegratedAddressNumber",
    "AffairCode",
    "ProcedureCode",
    "DelegatingInquirerInstitutionCode",
    "DelegatingProviderInstitutionCode",
    "ProviderInstitutionCode",
    "SpecificPersonalInformationCode",
    "RequestedItem",
    "NonDisclosureCode",
    "InquiryStartDate",
    "InquiryEndDate"
  })
  public record Inquiry(
      @JsonProperty("RecordIdentificationNumber") RecordIdentificationNumber recordNumber,
      @JsonProperty("IntegratedAddressNumber") UnifiedAddresseeNumber addressee,
      @JsonProperty("AffairCode") AffairCode affair,
      @JsonProperty("ProcedureCode") ProcedureCode procedure,
      @JsonProperty("DelegatingInquirerInstitutionCode")
          @Nullable InstitutionCode delegatingInquirer,
      @JsonProperty("DelegatingProviderInstitutionCode")
          @Nullable InstitutionCode delegatingProvider,
      @JsonProperty("ProviderInstitutionCode") ProviderDesignation provider,
      @JsonProperty("SpecificPersonalInformationCode") SpecificPersonalInformationCode information,
      @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("RequestedItem")
          List<ItemCode> requestedItems,
      @JsonProperty("NonDisclosureCode") @Nullable NonDisclosureCode nonDisclosure,
      @JsonProperty("InquiryStartDate") @Nullable LocalDate periodFrom,
      @JsonProperty("InquiryEndDate") @Nullable LocalDate periodTo) {
    public Inquiry {
      requestedItems = requestedItems == null ? List.of() : List.copyOf(requestedItems);
    }

    /** Never shows what it holds: it is about a person. */
    @Override
    public String toString() {
      return "Inquiry[redacted]";
    }
  }
}
