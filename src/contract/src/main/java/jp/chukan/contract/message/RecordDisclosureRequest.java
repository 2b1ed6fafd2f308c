package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import java.time.Instant;
import java.time.LocalDate;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import org.jspecify.annotations.Nullable;

/**
 * 「情報提供等記録開示要求」: a person wants to see who exchanged what about them.
 *
 * @param header header with message type id {@link #TYPE_ID}
 * @param body what this message says
 */
@JsonRootName(RecordDisclosureRequest.TYPE_ID)
@JsonPropertyOrder({"MessageHeader", "MessageBody"})
public record RecordDisclosureRequest(
    @JsonProperty("MessageHeader") MessageHeader header, @JsonProperty("MessageBody") Body body)
    implements Message, DisclosureRequest {
  public static final String TYPE_ID = "IF_TKM_50101_R01";

  /**
   * Whose records, and which.
   *
   * @param processingNumber 「処理通番」 of this request
   * @param institution who is asked
   * @param linkageCode the person, by this institution's own 「符号」
   * @param periodFrom first day in Japan, null when open
   * @param periodTo last day in Japan, null when open
   * @param before where the page before ended, as its answer said; null for the newest records
   * @param requestedAt when it was asked
   * @param askerCertificate to whose key the answer is encrypted
   */
  @JsonPropertyOrder({
    "ProcessingNumber",
    "InstitutionCode",
    "LinkageCode",
    "PeriodStartDate",
    "PeriodEndDate",
    "Before",
    "RequestedAt",
    "AskerCertificate"
  })
  public record Body(
      @JsonProperty("ProcessingNumber") ProcessingNumber processingNumber,
      @JsonProperty("InstitutionCode") InstitutionCode institution,
      @JsonProperty("LinkageCode") LinkageCode linkageCode,
      @JsonProperty("PeriodStartDate") @Nullable LocalDate periodFrom,
      @JsonProperty("PeriodEndDate") @Nullable LocalDate periodTo,
      @JsonProperty("Before") @Nullable Long before,
      @JsonProperty("RequestedAt") Instant requestedAt,
      @JsonProperty("AskerCertificate") byte[] askerCertificate)
      implements DisclosureQuestion {
    /** Shows who is asked: the rest is about a person. */
    @Override
    public String toString() {
      return "Body[" + institution + ", redacted]";
    }
  }
}
