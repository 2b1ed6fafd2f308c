package jp.chukan.gateway.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.gateway.permit.ExchangeFacts;
import org.jspecify.annotations.Nullable;

/**
 * An inquiry that passed every check and has not ended. Is about a person: prints nothing of it.
 *
 * @param institution who asks
 * @param number 「処理通番」
 * @param state {@link InquiryState#ACCEPTED} or {@link InquiryState#SENT}
 * @param addressee whom it is about
 * @param provider who is asked
 * @param affair 事務
 * @param procedure 事務手続
 * @param information which 「特定個人情報」
 * @param items exactly the items asked for, in layout order
 * @param delegatingInquirer on whose behalf the institution asks, null when on its own
 * @param delegatingProvider on whose behalf the provider answers, null when on its own
 * @param nonDisclosure whether the record is kept from the citizen, null for disclosed
 * @param periodFrom first day of the wanted period, null when open
 * @param periodTo last day of the wanted period, null when open
 * @param receivedAt when the municipality asked
 * @param answerUntil from then on no answer is taken
 * @param answerKeyId key id of the certificate that answers are to be encrypted to, null for what
 *     was taken before that was kept
 */
record OpenInquiry(
    InstitutionCode institution,
    ProcessingNumber number,
    InquiryState state,
    UnifiedAddresseeNumber addressee,
    InstitutionCode provider,
    AffairCode affair,
    ProcedureCode procedure,
    SpecificPersonalInformationCode information,
    List<ItemCode> items,
    @Nullable InstitutionCode delegatingInquirer,
    @Nullable InstitutionCode delegatingProvider,
    @Nullable NonDisclosureCode nonDisclosure,
    @Nullable LocalDate periodFrom,
    @Nullable LocalDate periodTo,
    Instant receivedAt,
    Instant answerUntil,
    @Nullable String answerKeyId) {

  OpenInquiry {
    items = List.copyOf(items);
  }

  /** What its permit must say. */
  ExchangeFacts facts() {
    return new ExchangeFacts(number, institution, provider, affair, procedure, information);
  }

  boolean isOverdueAt(Instant instant) {
    return !instant.isBefore(answerUntil);
  }

  @Override
  public String toString() {
    return "OpenInquiry[" + number + "]";
  }
}
