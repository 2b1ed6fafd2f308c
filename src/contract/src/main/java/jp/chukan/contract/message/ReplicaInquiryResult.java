package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.ResponseMode;
import org.jspecify.annotations.Nullable;

/**
 * The stored 「副本」 of one person as it would answer (MS-51).
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(ReplicaInquiryResult.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record ReplicaInquiryResult(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message {
  public static final String TYPE_ID = "IF_DBM_20302_R01";

  /**
   * One entry per stored data set record.
   *
   * @param replicas empty when nothing is stored
   */
  @JsonPropertyOrder({"Replica"})
  public record Body(
      @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("Replica")
          List<StoredReplica> replicas) {
    public Body {
      replicas = replicas == null ? List.of() : List.copyOf(replicas);
    }
  }

  /**
   * One stored data set record.
   *
   * @param dataSetItem data set
   * @param recordKey key in the data set
   * @param edition layout edition
   * @param publishedFrom first day of publication
   * @param publishedTo last day, null when open
   * @param responseMode whether it answers by itself
   * @param items items of the layout that hold a value
   */
  @JsonPropertyOrder({
    "DataSetIdentificationItemCode",
    "DataSetRecordKey",
    "SPIMajorVersion",
    "PublicationDate",
    "PublishedEndDate",
    "ResponseMode",
    "Item"
  })
  public record StoredReplica(
      @JsonProperty("DataSetIdentificationItemCode") ItemCode dataSetItem,
      @JsonProperty("DataSetRecordKey") String recordKey,
      @JsonProperty("SPIMajorVersion") LayoutEdition edition,
      @JsonProperty("PublicationDate") LocalDate publishedFrom,
      @JsonProperty("PublishedEndDate") @Nullable LocalDate publishedTo,
      @JsonProperty("ResponseMode") ResponseMode responseMode,
      @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("Item") List<Item> items) {
    public StoredReplica {
      items = items == null ? List.of() : List.copyOf(items);
    }

    /** Never shows what it holds: it is about a person. */
    @Override
    public String toString() {
      return "StoredReplica[redacted]";
    }
  }

  /**
   * One item and its value.
   *
   * @param code item of the layout
   * @param value its value
   */
  @JsonPropertyOrder({"ItemCode", "Value"})
  public record Item(@JsonProperty("ItemCode") ItemCode code, @JsonProperty("Value") String value) {
    /** Never shows what it holds: it is about a person. */
    @Override
    public String toString() {
      return "Item[redacted]";
    }
  }
}
