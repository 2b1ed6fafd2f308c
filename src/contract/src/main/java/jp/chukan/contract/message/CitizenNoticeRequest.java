package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;

/**
 * 「お知らせ取得要求」: a person wants to see the 「お知らせ」 of an institution, and says which ones they have
 * read.
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(CitizenNoticeRequest.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record CitizenNoticeRequest(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message, DisclosureRequest {
  public static final String TYPE_ID = "IF_OSR_80201_R01";

  /**
   * Whose notices.
   *
   * @param processingNumber 「処理通番」 of this request
   * @param institution who is asked
   * @param linkageCode the person, by this institution's own 「符号」
   * @param read numbers of the notices that the person has read, at most 100
   * @param requestedAt when it was asked
   * @param askerCertificate to whose key the answer is encrypted
   */
  @JsonPropertyOrder({
    "ProcessingNumber",
    "InstitutionCode",
    "LinkageCode",
    "ReadNotice",
    "RequestedAt",
    "AskerCertificate"
  })
  public record Body(
      @JsonProperty("ProcessingNumber") ProcessingNumber processingNumber,
      @JsonProperty("InstitutionCode") InstitutionCode institution,
      @JsonProperty("LinkageCode") LinkageCode linkageCode,
      @JacksonXmlElementWrapper(useWrapping = false) @JsonProperty("ReadNotice")
          List<ReceptionNumber> read,
      @JsonProperty("RequestedAt") Instant requestedAt,
      @JsonProperty("AskerCertificate") byte[] askerCertificate)
      implements DisclosureQuestion {
    public Body {
      read = read == null ? List.of() : List.copyOf(read);
    }

    /** Shows who is asked: the rest is about a person. */
    @Override
    public String toString() {
      return "Body[" + institution + ", redacted]";
    }
  }
}
