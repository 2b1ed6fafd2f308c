package jp.chukan.gateway.citizennotice;

import java.time.Instant;
import java.time.InstantSource;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.CitizenNoticeRegistration;
import jp.chukan.contract.message.ExecutionMode;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.SenderCheck;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.layout.IndividualNumberForm;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import org.springframework.stereotype.Component;

/**
 * Takes a notice of the municipality for one person and gives it a number; the same again gets the
 * same number and changes nothing.
 *
 * <p>Refuses: a header of another institution or receiver; {@link ErrorCode#OSR_PERIOD}; {@link
 * ErrorCode#OSR_INDIVIDUAL_NUMBER} in title or text (MS-31); {@link ErrorCode#OSR_NOTICE_CONFLICT}
 * when the 「レコード識別番号」 stands on another notice.
 */
@Component("registerCitizenNotice")
final class RegisterCitizenNotice {
  private final SenderCheck headers;
  private final StoredNotices notices;
  private final InstitutionTransactions transactions;
  private final CommunicationLog communications;
  private final SerialNumbers numbers;
  private final InstantSource clock;

  RegisterCitizenNotice(
      SenderCheck headers,
      StoredNotices notices,
      InstitutionTransactions transactions,
      CommunicationLog communications,
      SerialNumbers numbers,
      InstantSource clock) {
    this.headers = headers;
    this.notices = notices;
    this.transactions = transactions;
    this.communications = communications;
    this.numbers = numbers;
    this.clock = clock;
  }

  /**
   * @param institution whom the certificate proves
   * @param message {@code IF_OSR_80101_R01} as sent
   * @return with the number of the notice
   */
  Acknowledgement register(InstitutionCode institution, byte[] message) {
    CitizenNoticeRegistration registration =
        XmlMessages.read(CitizenNoticeRegistration.class, message);
    headers.require(institution, registration.header(), CitizenNoticeRegistration.TYPE_ID);
    check(registration.body());
    return transactions.within(institution, () -> take(institution, registration));
  }

  private static void check(CitizenNoticeRegistration.Body body) {
    if (body.endsOn().isBefore(body.issuedOn())) {
      throw InvalidInputException.at(ErrorCode.OSR_PERIOD, "EndDate");
    }
    if (IndividualNumberForm.isIn(body.title())) {
      throw InvalidInputException.at(ErrorCode.OSR_INDIVIDUAL_NUMBER, "Title");
    }
    if (IndividualNumberForm.isIn(body.text())) {
      throw InvalidInputException.at(ErrorCode.OSR_INDIVIDUAL_NUMBER, "Text");
    }
  }

  private Acknowledgement take(
      InstitutionCode institution, CitizenNoticeRegistration registration) {
    CitizenNoticeRegistration.Body body = registration.body();
    Instant now = clock.instant();
    StoredNotice notice =
        new StoredNotice(
            numbers.nextReceptionNumber(),
            body.addressee(),
            new NoticeWords(body.title(), body.text()),
            body.issuedOn(),
            body.endsOn(),
            now,
            null);
    ReceptionNumber number =
        registration.header().mode() == ExecutionMode.PRODUCTION
            ? keep(institution, notice, body)
            : notice.number();
    communications.append(
        new Communication(
            institution,
            Direction.RECEIVED,
            institution,
            CitizenNoticeRegistration.TYPE_ID,
            number.value(),
            null,
            now));
    return new Acknowledgement(
        registration
            .header()
            .answer(
                numbers.nextMessageId(), Acknowledgement.TYPE_ID, number, MessageHeader.ACCEPTED),
        new Acknowledgement.Body(null, null, null, null));
  }

  /** The number under which it is kept: its own, or the one that the same notice has. */
  private ReceptionNumber keep(
      InstitutionCode institution, StoredNotice notice, CitizenNoticeRegistration.Body sender) {
    if (notices.insert(institution, notice, sender)) {
      return notice.number();
    }
    StoredNotice kept = notices.find(institution, sender.recordNumber()).orElseThrow();
    if (!kept.saysTheSameAs(notice)) {
      throw InvalidInputException.at(ErrorCode.OSR_NOTICE_CONFLICT, "RecordIdentificationNumber");
    }
    return kept.number();
  }
}
