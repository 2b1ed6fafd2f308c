package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import jp.chukan.contract.code.UnifiedAddresseeNumber;

/**
 * Question to the 宛名 hub for the 4情報 of a person (MS-36).
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(BasicInformationRequest.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record BasicInformationRequest(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message {
  public static final String TYPE_ID = "IF_FGU_10301_R01";

  /**
   * The person asked about.
   *
   * @param addressee the person
   */
  @JsonPropertyOrder({"IntegratedAddressNumber"})
  public record Body(@JsonProperty("IntegratedAddressNumber") UnifiedAddresseeNumber addressee) {}
}
