package jp.chukan.gateway.linkagecode;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.STRANGER;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.code.AcquisitionPurpose;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.document.PermittedInquiry;
import jp.chukan.contract.message.LinkageCodeAcquisitionRequest;
import jp.chukan.contract.message.LinkageCodeAcquisitionRequest.Acquisition;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.kernel.ServedInstitutions.Institution;

/** What the 宛名 system of a fictitious day might ask. */
final class SampleAcquisitions {
  static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  static final AffairCode AFFAIR = new AffairCode("JM01000000001000");
  static final SystemIdentifier SERVER = new SystemIdentifier("K000000001");
  static final SystemIdentifier NETWORK_SYSTEM = new SystemIdentifier("K000000009");
  static final SystemIdentifier ISHINOMAKI_SYSTEM = new SystemIdentifier("T000104202");
  static final SystemIdentifier TSUKUBA_SYSTEM = new SystemIdentifier("T000108220");
  static final ServedInstitutions INSTITUTIONS =
      new ServedInstitutions(
          List.of(
              new Institution(
                  ISHINOMAKI, "石巻市", ISHINOMAKI_SYSTEM, URI.create("https://localhost/hub")),
              new Institution(
                  TSUKUBA, "つくば市", TSUKUBA_SYSTEM, URI.create("https://localhost/hub"))));

  /** An entry that makes {@link #AFFAIR} one of the list. */
  static final PermittedInquiry ENTRY =
      new PermittedInquiry(
          STRANGER,
          AFFAIR,
          new ProcedureCode("JT01010000001001"),
          ISHINOMAKI,
          new SpecificPersonalInformationCode("TM00000000000001"),
          LocalDate.parse("2026-04-01"),
          null);

  private SampleAcquisitions() {}

  static LinkageCodeAcquisitionRequest request(
      InstitutionCode institution, Acquisition... acquisitions) {
    return request(
        header(institution.equals(ISHINOMAKI) ? ISHINOMAKI_SYSTEM : TSUKUBA_SYSTEM, SERVER),
        List.of(acquisitions));
  }

  static LinkageCodeAcquisitionRequest request(
      MessageHeader header, List<Acquisition> acquisitions) {
    return new LinkageCodeAcquisitionRequest(
        header,
        new LinkageCodeAcquisitionRequest.Body(
            new DepartmentCode("3595115400"), new UserId("user-1"), acquisitions));
  }

  static MessageHeader header(SystemIdentifier source, SystemIdentifier destination) {
    return MessageHeader.request(
        new MessageId("M-1"), LinkageCodeAcquisitionRequest.TYPE_ID, source, destination);
  }

  static Acquisition acquisition(String recordNumber, String addressee) {
    return acquisition(recordNumber, addressee, AFFAIR, AcquisitionPurpose.INFORMATION_LINKAGE);
  }

  static Acquisition acquisition(
      String recordNumber, String addressee, AffairCode affair, AcquisitionPurpose purpose) {
    return new Acquisition(
        new RecordIdentificationNumber(recordNumber),
        new UnifiedAddresseeNumber(addressee),
        affair,
        purpose);
  }
}
