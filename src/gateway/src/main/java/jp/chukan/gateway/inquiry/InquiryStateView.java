package jp.chukan.gateway.inquiry;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import org.jspecify.annotations.Nullable;

/**
 * How one inquiry stands; nobody is named, and nothing that was provided.
 *
 * @param processingNumber 「処理通番」
 * @param receptionNumber of the request
 * @param line its place in the request, from 1
 * @param state name of the state
 * @param status 「照会ステータス(明細単位)」
 * @param errorCode identifier of the catalogue, null when it did not fail
 * @param receivedAt when the request was taken
 * @param sentAt when the network took it over, null before
 * @param concludedAt when it ended, null before
 */
public record InquiryStateView(
    ProcessingNumber processingNumber,
    ReceptionNumber receptionNumber,
    int line,
    String state,
    InquiryStatus status,
    @JsonProperty("errorCode") @Nullable String errorCode,
    Instant receivedAt,
    @Nullable Instant sentAt,
    @Nullable Instant concludedAt) {

  static InquiryStateView of(InquiryEntry inquiry) {
    return new InquiryStateView(
        inquiry.number(),
        inquiry.reception(),
        inquiry.line(),
        inquiry.state().name(),
        inquiry.state().status(),
        inquiry.error() == null ? null : inquiry.error().id(),
        inquiry.receivedAt(),
        inquiry.sentAt(),
        inquiry.concludedAt());
  }
}
