package jp.chukan.gateway.replica;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ReplicaInquiry;
import jp.chukan.contract.message.ReplicaInquiryResult;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.SenderCheck;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.layout.IndividualNumberForm;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Shows an institution what it has stored about a person (MS-51). Whoever looks says why, and that
 * they looked is kept, found or not (MS-76).
 *
 * <p>Refuses: a header of another institution or receiver; a purpose that is missing or has the
 * form of a 「個人番号」; a 「特定個人情報」 that is not kept here.
 */
@Component("inquireReplicas")
final class InquireReplicas {
  private static final int LONGEST_PURPOSE = 200;

  private final SenderCheck headers;
  private final StoredReplicas replicas;
  private final JdbcClient jdbc;
  private final InstitutionTransactions transactions;
  private final CommunicationLog communications;
  private final SerialNumbers numbers;
  private final InstantSource clock;

  InquireReplicas(
      SenderCheck headers,
      StoredReplicas replicas,
      JdbcClient jdbc,
      InstitutionTransactions transactions,
      CommunicationLog communications,
      SerialNumbers numbers,
      InstantSource clock) {
    this.headers = headers;
    this.replicas = replicas;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.communications = communications;
    this.numbers = numbers;
    this.clock = clock;
  }

  /**
   * @param institution whom the certificate proves
   * @param message {@code IF_DBM_20301_R01} as sent
   */
  ReplicaInquiryResult inquire(InstitutionCode institution, byte[] message) {
    ReplicaInquiry inquiry = XmlMessages.read(ReplicaInquiry.class, message);
    headers.require(institution, inquiry.header(), ReplicaInquiry.TYPE_ID);
    requirePurpose(inquiry.body().purpose());
    if (!replicas.holds(inquiry.body().information())) {
      throw InvalidInputException.at(
          ErrorCode.DBM_UNKNOWN_INFORMATION, "SpecificPersonalInformationCode");
    }
    return transactions.within(institution, () -> show(institution, inquiry));
  }

  private static void requirePurpose(String purpose) {
    if (purpose.isBlank()) {
      throw InvalidInputException.at(ErrorCode.SYM_MISSING_ELEMENT, "Purpose");
    }
    if (purpose.length() > LONGEST_PURPOSE) {
      throw InvalidInputException.at(ErrorCode.SYM_TOO_LARGE, "Purpose");
    }
    if (IndividualNumberForm.isIn(purpose)) {
      throw InvalidInputException.at(ErrorCode.DBM_INDIVIDUAL_NUMBER, "Purpose");
    }
  }

  private ReplicaInquiryResult show(InstitutionCode institution, ReplicaInquiry inquiry) {
    ReplicaInquiry.Body question = inquiry.body();
    List<StoredReplica> found =
        replicas.load(institution, question.addressee(), question.information());
    Instant now = clock.instant();
    keepAccess(institution, question, found.size(), now);
    ReceptionNumber number = numbers.nextReceptionNumber();
    communications.append(
        new Communication(
            institution,
            Direction.RECEIVED,
            institution,
            ReplicaInquiry.TYPE_ID,
            number.value(),
            null,
            now));
    return new ReplicaInquiryResult(
        inquiry
            .header()
            .answer(
                numbers.nextMessageId(),
                ReplicaInquiryResult.TYPE_ID,
                number,
                MessageHeader.ACCEPTED),
        new ReplicaInquiryResult.Body(found.stream().map(InquireReplicas::shown).toList()));
  }

  private void keepAccess(
      InstitutionCode institution, ReplicaInquiry.Body question, int shown, Instant now) {
    jdbc.sql(
            """
            insert into replica_access (institution_code, accessed_at, department_code, user_id,
                                        purpose, addressee_number, information_code,
                                        records_shown)
            values (:institution, :now, :department, :user, :purpose, :addressee, :information,
                    :shown)
            """)
        .param("institution", institution.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("department", question.department().value())
        .param("user", question.user().value())
        .param("purpose", question.purpose())
        .param("addressee", question.addressee().value())
        .param("information", question.information().value())
        .param("shown", shown)
        .update();
  }

  private static ReplicaInquiryResult.StoredReplica shown(StoredReplica replica) {
    return new ReplicaInquiryResult.StoredReplica(
        replica.key().dataSet(),
        replica.key().recordKey(),
        replica.edition(),
        replica.publishedFrom(),
        replica.publishedTo(),
        replica.responseMode(),
        replica.items().entrySet().stream()
            .map(item -> new ReplicaInquiryResult.Item(item.getKey(), item.getValue()))
            .toList());
  }
}
