package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import org.jspecify.annotations.Nullable;

/**
 * The provider's answer, delivered by the network along the 「経路情報」; nothing in it is believed
 * before {@code crypto} has verified it.
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(InquiryAnswer.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record InquiryAnswer(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message {
  public static final String TYPE_ID = "IF_SKI_40303_R01";

  /**
   * Exactly one of provider answer and error code is present.
   *
   * @param processingNumber the exchange that this belongs to
   * @param inquirer who asked
   * @param provider who was asked
   * @param answeredAt when the network took the answer over
   * @param permit signed 「情報提供許可証」 (CMS), null when the network refused before it issued one
   * @param path signed 「経路情報」 (CMS), null when it did not come
   * @param providerAnswer the provider's signed {@link ProvisionAnswer} (CMS), null when the
   *     network itself refused
   * @param errorCode identifier of the catalogue, null when the provider answered
   */
  @JsonPropertyOrder({
    "ProcessingNumber",
    "InquirerInstitutionCode",
    "ProviderInstitutionCode",
    "AnsweredAt",
    "ProvisionPermit",
    "InquirerPath",
    "ProviderAnswer",
    "ErrorCode"
  })
  public record Body(
      @JsonProperty("ProcessingNumber") ProcessingNumber processingNumber,
      @JsonProperty("InquirerInstitutionCode") InstitutionCode inquirer,
      @JsonProperty("ProviderInstitutionCode") InstitutionCode provider,
      @JsonProperty("AnsweredAt") Instant answeredAt,
      @JsonProperty("ProvisionPermit") byte @Nullable [] permit,
      @JsonProperty("InquirerPath") byte @Nullable [] path,
      @JsonProperty("ProviderAnswer") byte @Nullable [] providerAnswer,
      @JsonProperty("ErrorCode") @Nullable String errorCode) {
    // Written out, because javac keeps no annotation of an array in a compact constructor.
    public Body(
        ProcessingNumber processingNumber,
        InstitutionCode inquirer,
        InstitutionCode provider,
        Instant answeredAt,
        byte @Nullable [] permit,
        byte @Nullable [] path,
        byte @Nullable [] providerAnswer,
        @Nullable String errorCode) {
      this.processingNumber = processingNumber;
      this.inquirer = inquirer;
      this.provider = provider;
      this.answeredAt = answeredAt;
      this.permit = permit;
      this.path = path;
      this.providerAnswer = providerAnswer;
      this.errorCode = errorCode;
    }
  }
}
