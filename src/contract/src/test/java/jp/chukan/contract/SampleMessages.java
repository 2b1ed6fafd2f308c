package jp.chukan.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import jp.chukan.contract.code.AcquisitionPurpose;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InformationStatus;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.document.CitizenNotices;
import jp.chukan.contract.document.DisclosedRecords;
import jp.chukan.contract.document.InquirerPath;
import jp.chukan.contract.document.PermissionMatchingList;
import jp.chukan.contract.document.PermittedInquiry;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.ProvisionPermit;
import jp.chukan.contract.document.SelfInformation;
import jp.chukan.contract.document.TrustList;
import jp.chukan.contract.document.TrustedAuthority;
import jp.chukan.contract.document.TrustedAuthority.Use;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.BasicInformationRequest;
import jp.chukan.contract.message.BasicInformationResponse;
import jp.chukan.contract.message.CitizenNoticeAnswer;
import jp.chukan.contract.message.CitizenNoticeRegistration;
import jp.chukan.contract.message.CitizenNoticeRequest;
import jp.chukan.contract.message.EnvelopedAnswer;
import jp.chukan.contract.message.ExecutionMode;
import jp.chukan.contract.message.InquiryAcceptance;
import jp.chukan.contract.message.InquiryAnswer;
import jp.chukan.contract.message.InquiryRequest;
import jp.chukan.contract.message.InquiryResult;
import jp.chukan.contract.message.InquiryResultRequest;
import jp.chukan.contract.message.LinkageCodeAcquisitionRequest;
import jp.chukan.contract.message.LinkageCodeAcquisitionResponse;
import jp.chukan.contract.message.LinkageCodeNotice;
import jp.chukan.contract.message.Message;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.NetworkInquiry;
import jp.chukan.contract.message.NetworkInquiryReceipt;
import jp.chukan.contract.message.ProvisionAnswer;
import jp.chukan.contract.message.ProvisionReceipt;
import jp.chukan.contract.message.ProvisionRequest;
import jp.chukan.contract.message.RecordDisclosureAnswer;
import jp.chukan.contract.message.RecordDisclosureRequest;
import jp.chukan.contract.message.ReplicaInquiry;
import jp.chukan.contract.message.ReplicaInquiryResult;
import jp.chukan.contract.message.ReplicaRegistrationRequest;
import jp.chukan.contract.message.ReplicaRegistrationResult;
import jp.chukan.contract.message.ResponseModeChange;
import jp.chukan.contract.message.SelfInformationAnswer;
import jp.chukan.contract.message.SelfInformationRequest;
import org.jspecify.annotations.Nullable;

/** One or more of every message and document, about obviously fictitious people. */
public final class SampleMessages {
  public static final InstitutionCode ISHINOMAKI = new InstitutionCode("0220104202101700");
  public static final InstitutionCode NETWORK = new InstitutionCode("0030099000001700");
  public static final InstitutionCode PENSION_SERVICE = new InstitutionCode("0710470000001700");
  public static final SpecificPersonalInformationCode HOUSEHOLD =
      new SpecificPersonalInformationCode("TM00000000000001");
  public static final ItemCode HEAD_FLAG = new ItemCode("TK00000000000101");
  private static final AffairCode AFFAIR = new AffairCode("JM01000000001000");
  private static final ProcedureCode PROCEDURE = new ProcedureCode("JT01010000001001");
  private static final ProcessingNumber NUMBER = new ProcessingNumber("20261001ABCDEFGH00000001");
  private static final RecordIdentificationNumber RECORD =
      new RecordIdentificationNumber("REC-0001");
  private static final ReceptionNumber RECEPTION = new ReceptionNumber("RECEPTION0001");
  private static final UnifiedAddresseeNumber PERSON = new UnifiedAddresseeNumber("42");
  private static final DepartmentCode DEPARTMENT = new DepartmentCode("3595115400");
  private static final UserId USER = new UserId("test-user");
  private static final Instant TIME = Instant.parse("2026-10-01T00:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.parse("2026-10-01");
  private static final LinkageCode CODE = new LinkageCode("AAECAwQFBgcICQoLDA0ODw");
  private static final byte[] BYTES = {0, 1, 2, (byte) 0xFF};

  private SampleMessages() {}

  /** At least one of every type, with and without what may be absent. */
  public static List<Message> messages() {
    return List.of(
        accepted(),
        refused(),
        new BasicInformationRequest(
            request(BasicInformationRequest.TYPE_ID), new BasicInformationRequest.Body(PERSON)),
        basicInformation(
            new BasicInformationResponse.BasicInformation(
                "試験 太郎", "架空市見本町1-2-3", LocalDate.parse("1980-01-02"), "1")),
        basicInformation(null),
        acquisitionRequest(),
        acquisitionResponse(),
        new LinkageCodeAcquisitionResponse(
            answer(LinkageCodeAcquisitionResponse.TYPE_ID),
            new LinkageCodeAcquisitionResponse.Body(List.of())),
        new LinkageCodeNotice(
            request(LinkageCodeNotice.TYPE_ID),
            new LinkageCodeNotice.Body(
                ISHINOMAKI,
                List.of(
                    new LinkageCodeNotice.Notice(
                        NUMBER, new LinkageCode("AAECAwQFBgcICQoLDA0ODw"))))),
        provisionRequest(BYTES),
        provisionRequest(null),
        provisionAnswer(BYTES, null),
        provisionAnswer(null, ErrorCode.TKY_NOT_PROVIDED.id()),
        new ProvisionReceipt(
            request(ProvisionReceipt.TYPE_ID),
            new ProvisionReceipt.Body(NUMBER, new byte[32], TIME)),
        new ReplicaInquiry(
            request(ReplicaInquiry.TYPE_ID),
            new ReplicaInquiry.Body(DEPARTMENT, USER, "窓口での確認", PERSON, HOUSEHOLD)),
        replicaInquiryResult(),
        new ReplicaInquiryResult(
            answer(ReplicaInquiryResult.TYPE_ID), new ReplicaInquiryResult.Body(List.of())),
        registrationRequest(),
        registrationResult(),
        new ReplicaRegistrationResult(
            answer(ReplicaRegistrationResult.TYPE_ID),
            new ReplicaRegistrationResult.Body(1, 0, List.of())),
        responseModeChange(),
        inquiryRequest(),
        inquiryAcceptance(),
        new InquiryResultRequest(
            request(InquiryResultRequest.TYPE_ID),
            new InquiryResultRequest.Body(DEPARTMENT, USER, RECEPTION)),
        inquiryResult(),
        networkInquiry(null),
        networkInquiry(DAY),
        networkInquiryReceipt(null),
        networkInquiryReceipt(ErrorCode.TKY_NOT_ON_LIST.id()),
        inquiryAnswer(BYTES, null),
        inquiryAnswer(null, ErrorCode.TKY_NOT_PROVIDED.id()),
        recordDisclosureRequest(null),
        recordDisclosureRequest(DAY),
        new RecordDisclosureAnswer(
            answer(RecordDisclosureAnswer.TYPE_ID), envelopedAnswer(BYTES, null)),
        new RecordDisclosureAnswer(
            answer(RecordDisclosureAnswer.TYPE_ID),
            envelopedAnswer(null, ErrorCode.TKM_DISCLOSURE_REPEATED.id())),
        new SelfInformationRequest(
            request(SelfInformationRequest.TYPE_ID),
            new SelfInformationRequest.Body(
                NUMBER, ISHINOMAKI, CODE, List.of(HOUSEHOLD), TIME, BYTES)),
        new SelfInformationAnswer(
            answer(SelfInformationAnswer.TYPE_ID), envelopedAnswer(BYTES, null)),
        citizenNoticeRequest(List.of()),
        citizenNoticeRequest(List.of(RECEPTION)),
        new CitizenNoticeAnswer(answer(CitizenNoticeAnswer.TYPE_ID), envelopedAnswer(BYTES, null)),
        new CitizenNoticeRegistration(
            request(CitizenNoticeRegistration.TYPE_ID),
            new CitizenNoticeRegistration.Body(
                DEPARTMENT, USER, RECORD, PERSON, "架空の健診のお知らせ", "架空会館で行います。", DAY, DAY)));
  }

  /** One of every signed document. */
  public static List<Object> documents() {
    return List.of(
        new ProvisionPermit(
            new PermitId("PERMIT-0000001"),
            NUMBER,
            PENSION_SERVICE,
            ISHINOMAKI,
            AFFAIR,
            PROCEDURE,
            HOUSEHOLD,
            "0123456789abcdef".repeat(4),
            "C1",
            TIME,
            TIME.plusSeconds(600)),
        new InquirerPath("PATH-0001", NUMBER, List.of(NETWORK, PENSION_SERVICE), TIME),
        new ProvidedInformation(
            NUMBER,
            ISHINOMAKI,
            HOUSEHOLD,
            new LayoutEdition("1"),
            List.of(
                new ProvidedInformation.Item(HEAD_FLAG, "1"),
                new ProvidedInformation.Item(new ItemCode("TK00000000000102"), null))),
        disclosedRecords(),
        new DisclosedRecords(NUMBER, ISHINOMAKI, List.of(), null),
        new SelfInformation(
            NUMBER,
            ISHINOMAKI,
            List.of(
                new SelfInformation.Information(
                    HOUSEHOLD,
                    "住民票関係情報",
                    List.of(
                        new SelfInformation.OwnReplica(
                            new LayoutEdition("1"),
                            List.of(
                                new SelfInformation.OwnItem(HEAD_FLAG, "世帯主フラグ", "1", "世帯主"),
                                new SelfInformation.OwnItem(
                                    new ItemCode("TK00000000000102"), "世帯主氏名", "試験 太郎", null)))),
                    null),
                new SelfInformation.Information(
                    new SpecificPersonalInformationCode("TM00000000000002"),
                    null,
                    List.of(),
                    ErrorCode.JTK_NOT_PROVIDED.id()))),
        new CitizenNotices(
            NUMBER,
            ISHINOMAKI,
            List.of(
                new CitizenNotices.CitizenNotice(
                    RECEPTION, "架空の健診のお知らせ", "架空会館で行います。", DAY, DAY, null),
                new CitizenNotices.CitizenNotice(
                    new ReceptionNumber("RECEPTION0002"), "架空の催し", "架空です。", DAY, DAY, TIME))),
        permissionList(2),
        permissionList(0),
        trustList());
  }

  private static DisclosedRecords disclosedRecords() {
    return new DisclosedRecords(
        NUMBER,
        ISHINOMAKI,
        List.of(
            new DisclosedRecords.DisclosedRecord(
                "PROVIDER",
                NUMBER,
                PENSION_SERVICE,
                "日本年金機構",
                ISHINOMAKI,
                "宮城県石巻市",
                TIME,
                TIME,
                AFFAIR,
                "健康保険に関する事務",
                PROCEDURE,
                HOUSEHOLD,
                "住民票関係情報",
                List.of(
                    new DisclosedRecords.Item(HEAD_FLAG, "世帯主フラグ"),
                    new DisclosedRecords.Item(new ItemCode("TK00000000000102"), null)),
                "PROVIDED",
                null),
            new DisclosedRecords.DisclosedRecord(
                "INQUIRER",
                NUMBER,
                ISHINOMAKI,
                null,
                null,
                null,
                null,
                TIME,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                "REFUSED",
                ErrorCode.SKI_NOT_ON_LIST.id())),
        17L);
  }

  private static RecordDisclosureRequest recordDisclosureRequest(@Nullable LocalDate day) {
    return new RecordDisclosureRequest(
        request(RecordDisclosureRequest.TYPE_ID),
        new RecordDisclosureRequest.Body(
            NUMBER, ISHINOMAKI, CODE, day, day, day == null ? null : 17L, TIME, BYTES));
  }

  private static CitizenNoticeRequest citizenNoticeRequest(List<ReceptionNumber> read) {
    return new CitizenNoticeRequest(
        request(CitizenNoticeRequest.TYPE_ID),
        new CitizenNoticeRequest.Body(NUMBER, ISHINOMAKI, CODE, read, TIME, BYTES));
  }

  private static EnvelopedAnswer envelopedAnswer(
      byte @Nullable [] envelope, @Nullable String errorCode) {
    return new EnvelopedAnswer(NUMBER, ISHINOMAKI, TIME, envelope, errorCode);
  }

  /** A list of this many rows. */
  public static PermissionMatchingList permissionList(int rows) {
    List<PermittedInquiry> entries =
        IntStream.range(0, rows)
            .mapToObj(
                row ->
                    new PermittedInquiry(
                        PENSION_SERVICE,
                        new AffairCode("JM%014d".formatted(row)),
                        PROCEDURE,
                        ISHINOMAKI,
                        HOUSEHOLD,
                        DAY,
                        row % 2 == 0 ? null : DAY.plusYears(1)))
            .toList();
    return new PermissionMatchingList(1, TIME, entries);
  }

  /** A list that adds one authority. */
  public static TrustList trustList() {
    return new TrustList(
        1,
        TIME,
        TIME.plus(Duration.ofDays(7)),
        List.of(
            new TrustedAuthority(
                new byte[] {0x30, 0x03, 0x02, 0x01, 0x01}, List.of(Use.DOCUMENTS, Use.TLS))),
        List.of("C1"));
  }

  public static ReplicaRegistrationRequest registrationRequest() {
    return new ReplicaRegistrationRequest(
        request(ReplicaRegistrationRequest.TYPE_ID),
        new ReplicaRegistrationRequest.Body(
            DEPARTMENT, USER, "DBM_20113_ATTACH_0.xml", "ATTACH-0"));
  }

  public static LinkageCodeAcquisitionRequest acquisitionRequest() {
    return new LinkageCodeAcquisitionRequest(
        request(LinkageCodeAcquisitionRequest.TYPE_ID),
        new LinkageCodeAcquisitionRequest.Body(
            DEPARTMENT,
            USER,
            List.of(
                new LinkageCodeAcquisitionRequest.Acquisition(
                    RECORD, PERSON, AFFAIR, AcquisitionPurpose.INFORMATION_LINKAGE),
                new LinkageCodeAcquisitionRequest.Acquisition(
                    RECORD, PERSON, AFFAIR, AcquisitionPurpose.OTHER))));
  }

  private static Acknowledgement accepted() {
    return new Acknowledgement(
        answer(Acknowledgement.TYPE_ID), new Acknowledgement.Body(null, null, null, null));
  }

  private static Acknowledgement refused() {
    return new Acknowledgement(
        answer(Acknowledgement.TYPE_ID),
        new Acknowledgement.Body(
            ErrorCode.SYM_CODE_FORM.id(),
            "REC-0001",
            "MSGMode",
            ErrorCode.SYM_CODE_FORM.message()));
  }

  private static BasicInformationResponse basicInformation(
      BasicInformationResponse.@Nullable BasicInformation information) {
    return new BasicInformationResponse(
        answer(BasicInformationResponse.TYPE_ID), new BasicInformationResponse.Body(information));
  }

  private static LinkageCodeAcquisitionResponse acquisitionResponse() {
    return new LinkageCodeAcquisitionResponse(
        answer(LinkageCodeAcquisitionResponse.TYPE_ID),
        new LinkageCodeAcquisitionResponse.Body(
            List.of(
                new LinkageCodeAcquisitionResponse.Result(RECORD, NUMBER, null, null, null),
                new LinkageCodeAcquisitionResponse.Result(
                    RECORD,
                    null,
                    ErrorCode.FGU_AFFAIR_NOT_ALLOWED.id(),
                    "IntegratedAddressNumber",
                    ErrorCode.FGU_AFFAIR_NOT_ALLOWED.message()))));
  }

  private static ProvisionRequest provisionRequest(byte @Nullable [] documents) {
    return new ProvisionRequest(
        request(ProvisionRequest.TYPE_ID),
        new ProvisionRequest.Body(
            NUMBER,
            PENSION_SERVICE,
            ISHINOMAKI,
            AFFAIR,
            PROCEDURE,
            HOUSEHOLD,
            new LinkageCode("AAECAwQFBgcICQoLDA0ODw"),
            List.of(HEAD_FLAG, new ItemCode("TK00000000000102")),
            documents == null ? null : DAY,
            documents == null ? null : DAY,
            TIME,
            documents,
            documents,
            documents));
  }

  private static ProvisionAnswer provisionAnswer(
      byte @Nullable [] envelope, @Nullable String errorCode) {
    return new ProvisionAnswer(
        request(ProvisionAnswer.TYPE_ID),
        new ProvisionAnswer.Body(NUMBER, PENSION_SERVICE, ISHINOMAKI, TIME, envelope, errorCode));
  }

  private static ReplicaInquiryResult replicaInquiryResult() {
    return new ReplicaInquiryResult(
        answer(ReplicaInquiryResult.TYPE_ID),
        new ReplicaInquiryResult.Body(
            List.of(
                new ReplicaInquiryResult.StoredReplica(
                    new ItemCode("TK00000000000100"),
                    "1",
                    new LayoutEdition("1"),
                    DAY,
                    null,
                    ResponseMode.APPROVAL_REQUIRED,
                    List.of(
                        new ReplicaInquiryResult.Item(HEAD_FLAG, "0"),
                        new ReplicaInquiryResult.Item(
                            new ItemCode("TK00000000000102"), "試験 太郎 <&>"))))));
  }

  private static ReplicaRegistrationResult registrationResult() {
    return new ReplicaRegistrationResult(
        answer(ReplicaRegistrationResult.TYPE_ID),
        new ReplicaRegistrationResult.Body(
            1,
            2,
            List.of(
                new ReplicaRegistrationResult.Refused(
                    "REC-0002",
                    2,
                    ErrorCode.DBM_KOJIN_NO.id(),
                    "KojinNo",
                    ErrorCode.DBM_KOJIN_NO.message()),
                new ReplicaRegistrationResult.Refused(
                    null,
                    3,
                    ErrorCode.SYM_MISSING_ELEMENT.id(),
                    null,
                    ErrorCode.SYM_MISSING_ELEMENT.message()))));
  }

  private static InquiryRequest inquiryRequest() {
    return new InquiryRequest(
        request(InquiryRequest.TYPE_ID),
        new InquiryRequest.Body(
            DEPARTMENT,
            USER,
            List.of(
                new InquiryRequest.Inquiry(
                    RECORD,
                    PERSON,
                    AFFAIR,
                    PROCEDURE,
                    null,
                    null,
                    new ProviderDesignation("14101"),
                    HOUSEHOLD,
                    List.of(),
                    null,
                    null,
                    null),
                new InquiryRequest.Inquiry(
                    new RecordIdentificationNumber("REC-0002"),
                    PERSON,
                    AFFAIR,
                    PROCEDURE,
                    ISHINOMAKI,
                    PENSION_SERVICE,
                    new ProviderDesignation("0220108220101700"),
                    HOUSEHOLD,
                    List.of(HEAD_FLAG),
                    new NonDisclosureCode("0"),
                    DAY,
                    DAY))));
  }

  private static InquiryAcceptance inquiryAcceptance() {
    return new InquiryAcceptance(
        answer(InquiryAcceptance.TYPE_ID),
        new InquiryAcceptance.Body(
            List.of(
                new InquiryAcceptance.Result(RECORD, RECEPTION, NUMBER, null, null, null),
                new InquiryAcceptance.Result(
                    RECORD,
                    null,
                    null,
                    ErrorCode.SKI_NOT_ON_LIST.id(),
                    "SpecificPersonalInformationCode",
                    ErrorCode.SKI_NOT_ON_LIST.message()))));
  }

  private static InquiryResult inquiryResult() {
    return new InquiryResult(
        answer(InquiryResult.TYPE_ID),
        new InquiryResult.Body(
            RECEPTION,
            true,
            List.of(
                new InquiryResult.Result(
                    RECORD,
                    NUMBER,
                    ISHINOMAKI,
                    HOUSEHOLD,
                    InquiryStatus.COMPLETED,
                    null,
                    InformationStatus.NORMAL,
                    "正常終了",
                    null,
                    TIME,
                    new LayoutEdition("1"),
                    List.of(
                        new InquiryResult.Item(HEAD_FLAG, "0"),
                        new InquiryResult.Item(new ItemCode("TK00000000000102"), null))),
                new InquiryResult.Result(
                    null,
                    null,
                    null,
                    null,
                    InquiryStatus.MALFORMED,
                    "3行目",
                    null,
                    null,
                    ErrorCode.SKI_FIELD_WIDTH.id(),
                    null,
                    null,
                    List.of()))));
  }

  private static NetworkInquiry networkInquiry(@Nullable LocalDate day) {
    return new NetworkInquiry(
        request(NetworkInquiry.TYPE_ID),
        new NetworkInquiry.Body(
            NUMBER,
            ISHINOMAKI,
            PENSION_SERVICE,
            AFFAIR,
            PROCEDURE,
            HOUSEHOLD,
            new LinkageCode("AAECAwQFBgcICQoLDA0ODw"),
            List.of(HEAD_FLAG),
            day == null ? null : ISHINOMAKI,
            day == null ? null : PENSION_SERVICE,
            day == null ? null : new NonDisclosureCode("1"),
            day,
            day,
            TIME,
            BYTES));
  }

  private static NetworkInquiryReceipt networkInquiryReceipt(@Nullable String errorCode) {
    return new NetworkInquiryReceipt(
        answer(NetworkInquiryReceipt.TYPE_ID),
        new NetworkInquiryReceipt.Body(NUMBER, new byte[32], TIME, errorCode));
  }

  private static InquiryAnswer inquiryAnswer(
      byte @Nullable [] documents, @Nullable String errorCode) {
    return new InquiryAnswer(
        request(InquiryAnswer.TYPE_ID),
        new InquiryAnswer.Body(
            NUMBER, ISHINOMAKI, PENSION_SERVICE, TIME, documents, documents, documents, errorCode));
  }

  private static ResponseModeChange responseModeChange() {
    return new ResponseModeChange(
        request(ResponseModeChange.TYPE_ID),
        new ResponseModeChange.Body(
            DEPARTMENT,
            USER,
            List.of(
                new ResponseModeChange.Change(RECORD, PERSON, null, "1", null),
                new ResponseModeChange.Change(
                    RECORD, PERSON, HOUSEHOLD, "0", new NonDisclosureCode("1")))));
  }

  private static MessageHeader request(String typeId) {
    return MessageHeader.request(
        new MessageId("MSG-0001"),
        typeId,
        new SystemIdentifier("T000000001"),
        new SystemIdentifier("K000000001"));
  }

  private static MessageHeader answer(String typeId) {
    return new MessageHeader(
        new MessageId("MSG-0002"),
        typeId,
        ExecutionMode.PRODUCTION,
        new SystemIdentifier("K000000001"),
        new SystemIdentifier("T000000001"),
        new ReceptionNumber("RECEPTION0001"),
        MessageHeader.ACCEPTED);
  }
}
