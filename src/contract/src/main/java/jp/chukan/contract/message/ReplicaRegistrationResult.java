package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Result of a registration or deletion: counts, and each refused record.
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(ReplicaRegistrationResult.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record ReplicaRegistrationResult(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message {
  public static final String TYPE_ID = "IF_DBM_20114_R01";

  /**
   * What became of the records.
   *
   * @param acceptedCount records now effective
   * @param refusedCount records that changed nothing
   * @param refused each refused record, in the order of the attachment; at most 10,000
   */
  @JsonPropertyOrder({"AcceptedCount", "RefusedCount", "Refused"})
  public record Body(
      @JsonProperty("AcceptedCount") int acceptedCount,
      @JsonProperty("RefusedCount") int refusedCount,
      @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("Refused")
          List<Refused> refused) {
    public Body {
      refused = refused == null ? List.of() : List.copyOf(refused);
    }
  }

  /**
   * One record that changed nothing.
   *
   * @param recordNumber 「レコード識別番号」, null when the record had none of the right form
   * @param position position in the attachment, from 1
   * @param errorCode identifier of the catalogue, null when accepted
   * @param element where the rule was broken, null when not about one element
   * @param errorMessage fixed Japanese text of the catalogue, null when accepted
   */
  @JsonPropertyOrder({
    "RecordIdentificationNumber",
    "RecordPosition",
    "ErrorCode",
    "ElementName",
    "ErrorMessage"
  })
  public record Refused(
      @JsonProperty("RecordIdentificationNumber") @Nullable String recordNumber,
      @JsonProperty("RecordPosition") int position,
      @JsonProperty("ErrorCode") String errorCode,
      @JsonProperty("ElementName") @Nullable String element,
      @JsonProperty("ErrorMessage") String errorMessage) {}
}
