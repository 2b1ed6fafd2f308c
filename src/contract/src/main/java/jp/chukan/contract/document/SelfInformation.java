package jp.chukan.contract.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import org.jspecify.annotations.Nullable;

/**
 * 「自己情報」: what an institution keeps of one person as 「副本」, for the person.
 *
 * @param processingNumber 「処理通番」 of the request that this answers
 * @param institution who provides it
 * @param information one entry for each that was asked for, in that order
 */
@JsonRootName("SelfInformation")
public record SelfInformation(
    @JsonProperty("ProcessingNumber") ProcessingNumber processingNumber,
    @JsonProperty("Institution") InstitutionCode institution,
    @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("Information")
        List<Information> information) {

  public SelfInformation {
    information = information == null ? List.of() : List.copyOf(information);
  }

  /**
   * One 「特定個人情報」: replicas, or why there are none.
   *
   * @param code which
   * @param name its name, null where nobody here knows one
   * @param replicas what is shown, one for each data set record
   * @param errorCode identifier of the catalogue, null when something is shown; the same for every
   *     reason that could say something about the person
   */
  public record Information(
      @JsonProperty("Code") SpecificPersonalInformationCode code,
      @JsonProperty("Name") @Nullable String name,
      @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("Replica")
          List<OwnReplica> replicas,
      @JsonProperty("ErrorCode") @Nullable String errorCode) {

    public Information {
      replicas = replicas == null ? List.of() : List.copyOf(replicas);
    }

    /** Never shows what is kept of a person, nor whether anything is. */
    @Override
    public String toString() {
      return "Information[" + code + ", redacted]";
    }
  }

  /**
   * One data set record.
   *
   * @param edition layout edition of the items
   * @param items those that hold a value, in layout order
   */
  public record OwnReplica(
      @JsonProperty("Edition") LayoutEdition edition,
      @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("Item") List<OwnItem> items) {

    public OwnReplica {
      items = items == null ? List.of() : List.copyOf(items);
    }
  }

  /**
   * One item.
   *
   * @param code which item
   * @param name its name
   * @param value its value
   * @param meaning what the value stands for, null when it says so itself
   */
  public record OwnItem(
      @JsonProperty("Code") ItemCode code,
      @JsonProperty("Name") String name,
      @JsonProperty("Value") String value,
      @JsonProperty("Meaning") @Nullable String meaning) {
    @Override
    public String toString() {
      return "OwnItem[redacted]";
    }
  }

  @Override
  public String toString() {
    return "SelfInformation[redacted]";
  }
}
