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
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import org.jspecify.annotations.Nullable;

/**
 * 「提供要求」: the network asks the provider to answer an inquirer.
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(ProvisionRequest.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record ProvisionRequest(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message {
  public static final String TYPE_ID = "IF_TKY_30101_R01";

  /**
   * The query, and what allows it.
   *
   * @param processingNumber the exchange that this belongs to
   * @param inquirer who will read the answer
   * @param provider who is asked
   * @param affair 事務
   * @param procedure 事務手続
   * @param information which 「特定個人情報」
   * @param linkageCode the person, by the provider's own 「符号」
   * @param requestedItems exactly the items asked for, at least one
   * @param periodFrom first day of the wanted period, null when open
   * @param periodTo last day of the wanted period, null when open
   * @param inquiredAt when the inquirer asked
   * @param permit signed 「情報提供許可証」 (CMS), null when it did not come
   * @param path signed 「経路情報」 (CMS), null when it did not come
   * @param inquirerCertificate X.509 certificate (DER) of the inquirer's encryption key, null when
   *     it did not come
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
    "InquiryStartDate",
    "InquiryEndDate",
    "InquiredAt",
    "ProvisionPermit",
    "InquirerPath",
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
      @JsonProperty("InquiryStartDate") @Nullable LocalDate periodFrom,
      @JsonProperty("InquiryEndDate") @Nullable LocalDate periodTo,
      @JsonProperty("InquiredAt") Instant inquiredAt,
      @JsonProperty("ProvisionPermit") byte @Nullable [] permit,
      @JsonProperty("InquirerPath") byte @Nullable [] path,
      @JsonProperty("InquirerCertificate") byte @Nullable [] inquirerCertificate) {
    // Written out, because javac keeps no annotation of an array in a compact constructor.
    public Body(
        ProcessingNumber processingNumber,
        InstitutionCode inquirer,
        InstitutionCode provider,
        AffairCode affair,
        ProcedureCode procedure,
        SpecificPersonalInformationCode information,
        LinkageCode linkageCode,
        List<ItemCode> requestedItems,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        Instant inquiredAt,
        byte @Nullable [] permit,
        byte @Nullable [] path,
        byte @Nullable [] inquirerCertificate) {
      this.processingNumber = processingNumber;
      this.inquirer = inquirer;
      this.provider = provider;
      this.affair = affair;
      this.procedure = procedure;
      this.information = information;
      this.linkageCode = linkageCode;
      this.requestedItems = requestedItems == null ? List.of() : List.copyOf(requestedItems);
      this.periodFrom = periodFrom;
      this.periodTo = periodTo;
      this.inquiredAt = inquiredAt;
      this.permit = permit;
      this.path = path;
      this.inquirerCertificate = inquirerCertificate;
    }

    /** Shows who asks whom: the rest is about a person. */
    @Override
    public String toString() {
      return "Body[" + inquirer + " to " + provider + ", redacted]";
    }
  }
}
