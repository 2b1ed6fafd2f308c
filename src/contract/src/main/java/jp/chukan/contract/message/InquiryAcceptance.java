package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import java.util.List;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import org.jspecify.annotations.Nullable;

/**
 * What became of each inquiry of an {@link InquiryRequest}: accepted with its numbers, or refused.
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(InquiryAcceptance.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record InquiryAcceptance(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message {
  public static final String TYPE_ID = "IF_SKI_40102_R01";

  /**
   * One result per inquiry, in the order of the request.
   *
   * @param results one per inquiry
   */
  @JsonPropertyOrder({"Result"})
  public record Body(
      @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("Result") List<Result> results) {
    public Body {
      results = results == null ? List.of() : List.copyOf(results);
    }
  }

  /**
   * Accepted, or refused with a code.
   *
   * @param recordNumber the sender's key of this inquiry
   * @param receptionNumber by which the result is fetched, null when refused
   * @param processingNumber the exchange, null when refused
   * @param errorCode identifier of the catalogue, null when accepted
   * @param element where the rule was broken, null when not about one element
   * @param errorMessage text for staff, null when accepted; may name the person by number
   */
  @JsonPropertyOrder({
    "RecordIdentificationNumber",
    "InquiryReceptionNumber",
    "ProcessingNumber",
    "ErrorCode",
    "ElementName",
    "ErrorMessage"
  })
  public record Result(
      @JsonProperty("RecordIdentificationNumber") RecordIdentificationNumber recordNumber,
      @JsonProperty("InquiryReceptionNumber") @Nullable ReceptionNumber receptionNumber,
      @JsonProperty("ProcessingNumber") @Nullable ProcessingNumber processingNumber,
      @JsonProperty("ErrorCode") @Nullable String errorCode,
      @JsonProperty("ElementName") @Nullable String element,
      @JsonProperty("ErrorMessage") @Nullable String errorMessage) {

    /** Never shows what it holds: it is about a person. */
    @Override
    public String toString() {
      return "Result[redacted]";
    }
  }
}
