package jp.chukan.gateway.inquiry;

import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.inquiryfile.InquiryField;
import org.jspecify.annotations.Nullable;

/**
 * One inquiry as it enters the database.
 *
 * @param line what arrived
 * @param number 「処理通番」 that it gets, also when it is refused: by it the refusal is found again
 * @param state {@link InquiryState#ACCEPTED}, {@link InquiryState#MALFORMED} or {@link
 *     InquiryState#REFUSED}
 * @param error why it is not accepted, null when it is
 * @param provider who is asked, null when no provider was found
 * @param items exactly what is asked for, in layout order; empty when it is not accepted
 * @param person 「符号」 as far as it is known to a refusal
 */
record TakenInquiry(
    ArrivedLine line,
    ProcessingNumber number,
    InquiryState state,
    @Nullable ErrorCode error,
    @Nullable InstitutionCode provider,
    List<ItemCode> items,
    @Nullable LinkageCode person) {

  static TakenInquiry accepted(
      ArrivedLine.Readable line, ProcessingNumber number, InquiryDecision.Lawful lawful) {
    return new TakenInquiry(
        line, number, InquiryState.ACCEPTED, null, lawful.provider(), lawful.items(), null);
  }

  static TakenInquiry refused(
      ArrivedLine.Readable line, ProcessingNumber number, InquiryDecision.Refused refused) {
    return new TakenInquiry(
        line,
        number,
        InquiryState.REFUSED,
        refused.code(),
        refused.provider(),
        List.of(),
        refused.person());
  }

  static TakenInquiry malformed(ArrivedLine.Unreadable line, ProcessingNumber number) {
    return new TakenInquiry(
        line, number, InquiryState.MALFORMED, line.fault().code(), null, List.of(), null);
  }

  /** What is asked, null as far as the line could not be read. */
  @Nullable AskedInquiry asked() {
    return line instanceof ArrivedLine.Readable readable ? readable.inquiry() : null;
  }

  @Nullable InquiryField faultyField() {
    return line instanceof ArrivedLine.Unreadable unreadable ? unreadable.fault().field() : null;
  }

  /** Never shows what it holds: it is about a person. */
  @Override
  public String toString() {
    return "TakenInquiry[" + number + " " + state + "]";
  }
}
