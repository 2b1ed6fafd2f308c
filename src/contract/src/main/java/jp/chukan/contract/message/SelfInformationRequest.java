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
import jp.chukan.contract.code.SpecificPersonalInformationCode;

/**
 * 「自己情報提供要求」: a person wants to see what an institution would provide about them.
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(SelfInformationRequest.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record SelfInformationRequest(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message, DisclosureRequest {
  public static final String TYPE_ID = "IF_JTK_60101_R01";

  /**
   * Whose information, and which.
   *
   * @param processingNumber 「処理通番」 of this request
   * @param institution who is asked
   * @param linkageCode the person, by this institution's own 「符号」
   * @param information which 「特定個人情報」, 1 to 5
   * @param requestedAt when it was asked
   * @param askerCertificate to whose key the answer is encrypted
   */
  @JsonPropertyOrder({
    "ProcessingNumber",
    "InstitutionCode",
    "LinkageCode",
    "SpecificPersonalInformationCode",
    "RequestedAt",
    "AskerCertificate"
  })
  public record Body(
      @JsonProperty("ProcessingNumber") ProcessingNumber processingNumber,
      @JsonProperty("InstitutionCode") InstitutionCode institution,
      @JsonProperty("LinkageCode") LinkageCode linkageCode,
      @JacksonXmlElementWrapper(useWrapping = false)
          @JsonProperty("SpecificPersonalInformationCode")
          List<SpecificPersonalInformationCode> information,
      @JsonProperty("RequestedAt") Instant requestedAt,
      @JsonProperty("AskerCertificate") byte[] askerCertificate)
      implements DisclosureQuestion {
    public Body {
      information = information == null ? List.of() : List.copyOf(information);
    }

    /** Shows who is asked: the rest is about a person. */
    @Override
    public String toString() {
      return "Body[" + institution + ", redacted]";
    }
  }
}
