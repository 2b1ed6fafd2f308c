package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import java.util.List;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import org.jspecify.annotations.Nullable;

/**
 * Answer to 「符号取得要求」: a 「処理通番」 for each accepted person (MS-34).
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(LinkageCodeAcquisitionResponse.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record LinkageCodeAcquisitionResponse(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message {
  public static final String TYPE_ID = "IF_FGU_10102_R01";

  /**
   * One result per record, in the order of the request.
   *
   * @param results one per record
   */
  @JsonPropertyOrder({"Result"})
  public record Body(
      @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("Result") List<Result> results) {
    public Body {
      results = results == null ? List.of() : List.copyOf(results);
    }
  }

  /**
   * Accepted with a 「処理通番」, or refused with a code.
   *
   * @param recordNumber the sender's key of this record
   * @param processingNumber to be sent on through the resident-register network, null when refused
   * @param errorCode identifier of the catalogue, null when accepted
   * @param element where the rule was broken, null when not about one element
   * @param errorMessage fixed Japanese text of the catalogue, null when accepted
   */
  @JsonPropertyOrder({
    "RecordIdentificationNumber",
    "ProcessingNumber",
    "ErrorCode",
    "ElementName",
    "ErrorMessage"
  })
  public record Result(
      @JsonProperty("RecordIdentificationNumber") RecordIdentificationNumber recordNumber,
      @JsonProperty("ProcessingNumber") @Nullable ProcessingNumber processingNumber,
      @JsonProperty("ErrorCode") @Nullable String errorCode,
      @JsonProperty("ElementName") @Nullable String element,
      @JsonProperty("ErrorMessage") @Nullable String errorMessage) {}
}
