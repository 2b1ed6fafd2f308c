package jp.chukan.mocknetwork.disclosuresystem;

import java.security.cert.CertificateEncodingException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.document.CitizenNotices;
import jp.chukan.contract.document.CitizenNotices.CitizenNotice;
import jp.chukan.contract.document.DisclosedRecords;
import jp.chukan.contract.document.DisclosedRecords.DisclosedRecord;
import jp.chukan.contract.document.SelfInformation;
import jp.chukan.contract.document.SelfInformation.Information;
import jp.chukan.contract.message.CitizenNoticeAnswer;
import jp.chukan.contract.message.CitizenNoticeRequest;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.RecordDisclosureAnswer;
import jp.chukan.contract.message.RecordDisclosureRequest;
import jp.chukan.contract.message.SelfInformationAnswer;
import jp.chukan.contract.message.SelfInformationRequest;
import jp.chukan.mocknetwork.connection.KeyRing;
import jp.chukan.mocknetwork.coresystem.Identifiers;
import jp.chukan.mocknetwork.disclosuresystem.DisclosureLink.Answering;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks one institution about one person, by the person's 「符号」 there. */
@Component
final class AskInstitution {
  private static final int MOST_PAGES = 20;
  private static final Answering<RecordDisclosureAnswer> RECORDS =
      new Answering<>(RecordDisclosureAnswer.class, RecordDisclosureAnswer::body);
  private static final Answering<SelfInformationAnswer> INFORMATION =
      new Answering<>(SelfInformationAnswer.class, SelfInformationAnswer::body);
  private static final Answering<CitizenNoticeAnswer> NOTICES =
      new Answering<>(CitizenNoticeAnswer.class, CitizenNoticeAnswer::body);

  private final DisclosureLink link;
  private final InstitutionDirectory institutions;
  private final Identifiers identifiers;
  private final InstantSource clock;
  private final byte[] certificate;

  AskInstitution(
      DisclosureLink link,
      InstitutionDirectory institutions,
      Identifiers identifiers,
      KeyRing keys,
      InstantSource clock) {
    this.link = link;
    this.institutions = institutions;
    this.identifiers = identifiers;
    this.clock = clock;
    try {
      this.certificate = keys.disclosureKey().certificate().getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read cannot be written", e);
    }
  }

  /** The newest records of the person, at most a thousand. */
  List<DisclosedRecord> records(InstitutionCode institution, LinkageCode person) {
    List<DisclosedRecord> records = new ArrayList<>();
    Long before = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      DisclosedRecords disclosed = page(institution, person, before);
      records.addAll(disclosed.records());
      before = disclosed.next();
      if (before == null) {
        break;
      }
    }
    return records;
  }

  private DisclosedRecords page(
      InstitutionCode institution, LinkageCode person, @Nullable Long before) {
    ProcessingNumber number = identifiers.processingNumber();
    return link.ask(
        institution,
        "record-disclosures",
        number,
        new RecordDisclosureRequest(
            header(RecordDisclosureRequest.TYPE_ID),
            new RecordDisclosureRequest.Body(
                number, institution, person, null, null, before, clock.instant(), certificate)),
        RECORDS,
        DisclosedRecords.class);
  }

  /** What is kept of the person. */
  List<Information> information(
      InstitutionCode institution,
      LinkageCode person,
      List<SpecificPersonalInformationCode> wanted) {
    ProcessingNumber number = identifiers.processingNumber();
    return link.ask(
            institution,
            "self-information",
            number,
            new SelfInformationRequest(
                header(SelfInformationRequest.TYPE_ID),
                new SelfInformationRequest.Body(
                    number, institution, person, wanted, clock.instant(), certificate)),
            INFORMATION,
            SelfInformation.class)
        .information();
  }

  /** What the person is told, after these are reported as read. */
  List<CitizenNotice> notices(
      InstitutionCode institution, LinkageCode person, List<ReceptionNumber> read) {
    ProcessingNumber number = identifiers.processingNumber();
    return link.ask(
            institution,
            "notices",
            number,
            new CitizenNoticeRequest(
                header(CitizenNoticeRequest.TYPE_ID),
                new CitizenNoticeRequest.Body(
                    number, institution, person, read, clock.instant(), certificate)),
            NOTICES,
            CitizenNotices.class)
        .notices();
  }

  private MessageHeader header(String typeId) {
    return MessageHeader.request(
        identifiers.messageId(),
        typeId,
        institutions.disclosureSystem().requiredSystem(),
        institutions.platform().requiredSystem());
  }
}
