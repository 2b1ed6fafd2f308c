package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.InformationStatus;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import org.jspecify.annotations.Nullable;

/**
 * 「情報照会結果」: how each inquiry of one 「受付番号」 stands, and the items that were provided.
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(InquiryResult.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record InquiryResult(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message {
  public static final String TYPE_ID = "IF_SKI_40202_R01";

  /**
   * All inquiries of the request.
   *
   * @param receptionNumber of the request
   * @param complete whether nothing will change any more
   * @param results one per inquiry, in the order of the request
   */
  @JsonPropertyOrder({"InquiryReceptionNumber", "Complete", "Result"})
  public record Body(
      @JsonProperty("InquiryReceptionNumber") ReceptionNumber receptionNumber,
      @JsonProperty("Complete") boolean complete,
      @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("Result") List<Result> results) {
    public Body {
      results = results == null ? List.of() : List.copyOf(results);
    }
  }

  /**
   * How one inquiry stands. Never prints its content.
   *
   * @param recordNumber the sender's key, null for a line that could not be read
   * @param processingNumber the exchange, null when it was not accepted
   * @param provider who is asked, null when no provider was found
   * @param information which 「特定個人情報」, null for a line that could not be read
   * @param status 「照会ステータス(明細単位)」
   * @param message text for staff, null when normal
   * @param informationStatus 「照会ステータス(特定個人情報名単位)」, null when the line itself failed
   * @param informationMessage text for staff, null when the line itself failed
   * @param errorCode identifier of the catalogue, null when normal
   * @param providedAt when the provider answered, null before
   * @param edition layout edition of the items, null without items
   * @param items in layout order, empty when nothing was provided
   */
  @JsonPropertyOrder({
    "RecordIdentificationNumber",
    "ProcessingNumber",
    "ProviderInstitutionCode",
    "SpecificPersonalInformationCode",
    "InquiryStatus",
    "InquiryMessage",
    "InformationStatus",
    "InformationMessage",
    "ErrorCode",
    "ProvidedAt",
    "SPIMajorVersion",
    "Item"
  })
  public record Result(
      @JsonProperty("RecordIdentificationNumber") @Nullable RecordIdentificationNumber recordNumber,
      @JsonProperty("ProcessingNumber") @Nullable ProcessingNumber processingNumber,
      @JsonProperty("ProviderInstitutionCode") @Nullable InstitutionCode provider,
      @JsonProperty("SpecificPersonalInformationCode")
          @Nullable SpecificPersonalInformationCode information,
      @JsonProperty("InquiryStatus") InquiryStatus status,
      @JsonProperty("InquiryMessage") @Nullable String message,
      @JsonProperty("InformationStatus") @Nullable InformationStatus informationStatus,
      @JsonProperty("InformationMessage") @Nullable String informationMessage,
      @JsonProperty("ErrorCode") @Nullable String errorCode,
      @JsonProperty("ProvidedAt") @Nullable Instant providedAt,
      @JsonProperty("SPIMajorVersion") @Nullable LayoutEdition edition,
      @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("Item") List<Item> items) {
    public Result {
      items = items == null ? List.of() : List.copyOf(items);
    }

    /** Never shows what it holds: it is about a person. */
    @Override
    public String toString() {
      return "Result[redacted]";
    }
  }

  /**
   * One item and its value.
   *
   * @param code item of the layout
   * @param value its value, null when the provider holds none
   */
  @JsonPropertyOrder({"ItemCode", "Value"})
  public record Item(
      @JsonProperty("ItemCode") ItemCode code, @JsonProperty("Value") @Nullable String value) {

    /** Never shows what it holds: it is about a person. */
    @Override
    public String toString() {
      return "Item[redacted]";
    }
  }
}
