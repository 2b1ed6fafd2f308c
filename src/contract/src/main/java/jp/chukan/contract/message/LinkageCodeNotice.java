package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;

/**
 * 「符号」 arriving from the core system for 「処理通番」 handed out before.
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(LinkageCodeNotice.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record LinkageCodeNotice(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message {
  public static final String TYPE_ID = "IF_FGU_10201_R01";

  /**
   * The institution and its codes.
   *
   * @param institution institution to which the codes belong
   * @param notices 1 to 1,000
   */
  @JsonPropertyOrder({"InstitutionCode", "Notice"})
  public record Body(
      @JsonProperty("InstitutionCode") InstitutionCode institution,
      @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("Notice") List<Notice> notices) {
    public Body {
      notices = notices == null ? List.of() : List.copyOf(notices);
    }
  }

  /**
   * One code for one acquisition.
   *
   * @param processingNumber the exchange that this belongs to
   * @param linkageCode 「符号」 of the person for this institution
   */
  @JsonPropertyOrder({"ProcessingNumber", "LinkageCode"})
  public record Notice(
      @JsonProperty("ProcessingNumber") ProcessingNumber processingNumber,
      @JsonProperty("LinkageCode") LinkageCode linkageCode) {}
}
