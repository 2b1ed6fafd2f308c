package jp.chukan.gateway.inquiry;

import java.time.Instant;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.inquiryfile.InquiryField;
import org.jspecify.annotations.Nullable;

/**
 * One inquiry as it stands in the database; null as far as its line could not be read.
 *
 * @param reception the request that brought it
 * @param line its place in the request, from 1
 * @param number 「処理通番」
 * @param state how it stands
 * @param error why it failed, null when it did not
 * @param faultyField the field of the line that is at fault, null when it is not about one
 * @param record the sender's key, also when it was refused
 * @param person about whom
 * @param provider who is asked, null when no provider was found
 * @param affair 事務
 * @param information which 「特定個人情報」
 * @param receivedAt when the request was taken
 * @param sentAt when the network took it over, null before
 * @param concludedAt when it ended, null before
 * @param providedAt when the provider answered, null before
 * @param fileLine the line of the file, encrypted; null for a message, and once removed
 * @param content what was provided, encrypted; null before, and once removed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one
record InquiryEntry(
    ReceptionNumber reception,
    int line,
    ProcessingNumber number,
    InquiryState state,
    @Nullable ErrorCode error,
    @Nullable InquiryField faultyField,
    @Nullable RecordIdentificationNumber record,
    @Nullable UnifiedAddresseeNumber person,
    @Nullable InstitutionCode provider,
    @Nullable AffairCode affair,
    @Nullable SpecificPersonalInformationCode information,
    Instant receivedAt,
    @Nullable Instant sentAt,
    @Nullable Instant concludedAt,
    @Nullable Instant providedAt,
    byte @Nullable [] fileLine,
    byte @Nullable [] content) {

  // Written out, because javac keeps no annotation of an array in a compact constructor.
  InquiryEntry(
      ReceptionNumber reception,
      int line,
      ProcessingNumber number,
      InquiryState state,
      @Nullable ErrorCode error,
      @Nullable InquiryField faultyField,
      @Nullable RecordIdentificationNumber record,
      @Nullable UnifiedAddresseeNumber person,
      @Nullable InstitutionCode provider,
      @Nullable AffairCode affair,
      @Nullable SpecificPersonalInformationCode information,
      Instant receivedAt,
      @Nullable Instant sentAt,
      @Nullable Instant concludedAt,
      @Nullable Instant providedAt,
      byte @Nullable [] fileLine,
      byte @Nullable [] content) {
    this.reception = reception;
    this.line = line;
    this.number = number;
    this.state = state;
    this.error = error;
    this.faultyField = faultyField;
    this.record = record;
    this.person = person;
    this.provider = provider;
    this.affair = affair;
    this.information = information;
    this.receivedAt = receivedAt;
    this.sentAt = sentAt;
    this.concludedAt = concludedAt;
    this.providedAt = providedAt;
    this.fileLine = fileLine;
    this.content = content;
  }

  /** 「処理通番」 of the exchange, null when it never became one. */
  @Nullable ProcessingNumber exchange() {
    return switch (state) {
      case MALFORMED, REFUSED -> null;
      case ACCEPTED, SENT, PROVIDED, DECLINED, UNANSWERED -> number;
    };
  }

  /** Never shows what it holds: it is about a person. */
  @Override
  public String toString() {
    return "InquiryEntry[" + number + " " + state + "]";
  }
}
