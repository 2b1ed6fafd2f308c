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
 * What is in the envelope: exactly the items that were asked for.
 *
 * @param processingNumber the exchange that it answers
 * @param provider who provides
 * @param information which 「特定個人情報」
 * @param edition layout edition of the items
 * @param items in layout order
 */
@JsonRootName("ProvidedInformation")
public record ProvidedInformation(
    @JsonProperty("ProcessingNumber") ProcessingNumber processingNumber,
    @JsonProperty("Provider") InstitutionCode provider,
    @JsonProperty("Information") SpecificPersonalInformationCode information,
    @JsonProperty("Edition") LayoutEdition edition,
    @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("Item") List<Item> items) {

  public ProvidedInformation {
    items = items == null ? List.of() : List.copyOf(items);
  }

  /**
   * One item.
   *
   * @param code which item
   * @param value its value, null when the 副本 holds none
   */
  public record Item(
      @JsonProperty("Code") ItemCode code, @JsonProperty("Value") @Nullable String value) {
    @Override
    public String toString() {
      return "Item[redacted]";
    }
  }

  @Override
  public String toString() {
    return "ProvidedInformation[redacted]";
  }
}
