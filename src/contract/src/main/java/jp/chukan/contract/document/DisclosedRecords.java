package jp.chukan.contract.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import org.jspecify.annotations.Nullable;

/**
 * 「情報提供等記録」 of one person as the person may see them (番号法第23条, 附則第6条第3項). A record that is withheld
 * is not there, and nothing says that it is not.
 *
 * @param processingNumber 「処理通番」 of the request that this answers
 * @param institution whose records these are
 * @param records the newest first
 * @param next with which the request for the next page says where to go on; null on the last page
 */
@JsonRootName("DisclosedRecords")
public record DisclosedRecords(
    @JsonProperty("ProcessingNumber") ProcessingNumber processingNumber,
    @JsonProperty("Institution") InstitutionCode institution,
    @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("Record")
        List<DisclosedRecord> records,
    @JsonProperty("Next") @Nullable Long next) {

  public DisclosedRecords {
    records = records == null ? List.of() : List.copyOf(records);
  }

  /**
   * One exchange as this institution recorded it. A name is null where nobody here knows one.
   *
   * @param side 「照会」 ({@code INQUIRER}) or 「提供」 ({@code PROVIDER}): on which side the institution
   *     stood
   * @param processingNumber 「処理通番」 of the exchange
   * @param inquirer who asked
   * @param inquirerName its name
   * @param provider who was asked
   * @param providerName its name
   * @param inquiredAt when the inquirer asked
   * @param decidedAt when it was provided, or decided otherwise
   * @param affair 事務, null for what the person asked for
   * @param affairName its name
   * @param procedure 事務手続, null for what the person asked for
   * @param information 特定個人情報名
   * @param informationName its name
   * @param items exactly the items of the exchange
   * @param outcome {@code PROVIDED}, {@code AWAITING_APPROVAL}, {@code REFUSED} or {@code
   *     UNANSWERED}
   * @param errorCode identifier of the catalogue, null when not refused
   */
  public record DisclosedRecord(
      @JsonProperty("Side") String side,
      @JsonProperty("ProcessingNumber") ProcessingNumber processingNumber,
      @JsonProperty("Inquirer") @Nullable InstitutionCode inquirer,
      @JsonProperty("InquirerName") @Nullable String inquirerName,
      @JsonProperty("Provider") @Nullable InstitutionCode provider,
      @JsonProperty("ProviderName") @Nullable String providerName,
      @JsonProperty("InquiredAt") @Nullable Instant inquiredAt,
      @JsonProperty("DecidedAt") Instant decidedAt,
      @JsonProperty("Affair") @Nullable AffairCode affair,
      @JsonProperty("AffairName") @Nullable String affairName,
      @JsonProperty("Procedure") @Nullable ProcedureCode procedure,
      @JsonProperty("Information") @Nullable SpecificPersonalInformationCode information,
      @JsonProperty("InformationName") @Nullable String informationName,
      @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("Item") List<Item> items,
      @JsonProperty("Outcome") String outcome,
      @JsonProperty("ErrorCode") @Nullable String errorCode) {

    public DisclosedRecord {
      items = items == null ? List.of() : List.copyOf(items);
    }

    /** Never shows who exchanged what: it is about a person. */
    @Override
    public String toString() {
      return "DisclosedRecord[redacted]";
    }
  }

  /**
   * One item of an exchange, without its value.
   *
   * @param code which item
   * @param name its name, null where nobody here knows one
   */
  public record Item(
      @JsonProperty("Code") ItemCode code, @JsonProperty("Name") @Nullable String name) {
    @Override
    public String toString() {
      return "Item[redacted]";
    }
  }

  @Override
  public String toString() {
    return "DisclosedRecords[redacted]";
  }
}
