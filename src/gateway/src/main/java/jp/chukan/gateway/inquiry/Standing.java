package jp.chukan.gateway.inquiry;

import java.util.Objects;
import jp.chukan.contract.code.InformationStatus;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.inquiryfile.ClientMessages;
import jp.chukan.contract.inquiryfile.LineFault;
import org.jspecify.annotations.Nullable;

/**
 * How an inquiry stands, in the words that clients know. When it failed, one of the two messages
 * says why: that of the 「特定個人情報名」 when the list, the network or the provider is the reason, that of
 * the line otherwise.
 *
 * @param status 「照会ステータス(明細単位)」
 * @param message 「照会処理結果メッセージ(明細単位)」, null when normal
 * @param informationStatus 「照会ステータス(特定個人情報名単位)」, null when the line itself failed
 * @param informationMessage 「照会処理結果メッセージ(特定個人情報名単位)」, null when the line itself failed
 * @param error why it failed, null when it did not
 */
record Standing(
    InquiryStatus status,
    @Nullable String message,
    @Nullable InformationStatus informationStatus,
    @Nullable String informationMessage,
    @Nullable ErrorCode error) {

  static Standing of(InquiryEntry inquiry) {
    ErrorCode error = inquiry.error();
    return switch (inquiry.state()) {
      case ACCEPTED, SENT -> information(inquiry, InformationStatus.IN_PROGRESS, null, null);
      case PROVIDED ->
          inquiry.content() == null
              ? removed()
              : information(inquiry, InformationStatus.NORMAL, ClientMessages.NORMAL_END, null);
      case MALFORMED -> malformed(inquiry, Objects.requireNonNull(error));
      case REFUSED -> refused(inquiry, Objects.requireNonNull(error));
      case DECLINED ->
          failed(
              inquiry,
              InformationStatus.DECLINED,
              error == null ? ErrorCode.SKI_REFUSED_BY_NETWORK : error);
      case UNANSWERED ->
          failed(
              inquiry,
              InformationStatus.UNANSWERED,
              error == null ? ErrorCode.SKI_UNANSWERED : error);
    };
  }

  /** After the 「保管期限」 nothing but the number is left to tell. */
  static Standing removed() {
    return line(
        InquiryStatus.REMOVED,
        ErrorCode.SKI_RESULT_REMOVED.message(),
        ErrorCode.SKI_RESULT_REMOVED);
  }

  /** What somebody is shown who may not see it. */
  static Standing withheld(InquiryEntry inquiry) {
    return line(
        inquiry.state().status(),
        ErrorCode.SKI_OPERATOR_NOT_GRANTED.message(),
        ErrorCode.SKI_OPERATOR_NOT_GRANTED);
  }

  private static Standing malformed(InquiryEntry inquiry, ErrorCode error) {
    LineFault fault = new LineFault(inquiry.line(), inquiry.faultyField(), error);
    return line(inquiry.state().status(), fault.message(), error);
  }

  private static Standing refused(InquiryEntry inquiry, ErrorCode error) {
    String message = RefusalWords.message(error, inquiry.person(), inquiry.information());
    return error == ErrorCode.SKI_NOT_ON_LIST
        ? information(inquiry, InformationStatus.NOT_PERMITTED, message, error)
        : line(inquiry.state().status(), message, error);
  }

  private static Standing failed(InquiryEntry inquiry, InformationStatus status, ErrorCode error) {
    return information(inquiry, status, error.message(), error);
  }

  private static Standing information(
      InquiryEntry inquiry,
      InformationStatus status,
      @Nullable String message,
      @Nullable ErrorCode error) {
    return new Standing(inquiry.state().status(), null, status, message, error);
  }

  private static Standing line(InquiryStatus status, String message, ErrorCode error) {
    return new Standing(status, message, null, null, error);
  }

  /** Never shows what it holds: a message may name a person by number. */
  @Override
  public String toString() {
    return "Standing[" + status + "]";
  }
}
