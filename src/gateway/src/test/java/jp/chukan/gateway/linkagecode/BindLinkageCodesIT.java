package jp.chukan.gateway.linkagecode;

import static jp.chukan.gateway.linkagecode.SampleAcquisitions.AFFAIR;
import static jp.chukan.gateway.linkagecode.SampleAcquisitions.NETWORK_SYSTEM;
import static jp.chukan.gateway.linkagecode.SampleAcquisitions.NOW;
import static jp.chukan.gateway.linkagecode.SampleAcquisitions.SERVER;
import static jp.chukan.gateway.linkagecode.SampleAcquisitions.acquisition;
import static jp.chukan.gateway.linkagecode.SampleAcquisitions.request;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.NETWORK;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.chukan.contract.code.AcquisitionPurpose;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.LinkageCodeNotice;
import jp.chukan.contract.message.LinkageCodeNotice.Notice;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;

@DisplayName("符号の受領と対応付け")
class BindLinkageCodesIT {
  private static final TestAuthority AUTHORITY = TestAuthority.at(NOW);
  private static final TestAuthority IMPOSTOR = TestAuthority.impostorAt(NOW);
  private static final LinkageCode CODE = new LinkageCode("fictitious-code-0001");
  private static final LinkageCode OTHER_CODE = new LinkageCode("fictitious-code-0002");
  private static final ProcessingNumber UNKNOWN = new ProcessingNumber("NOBODY0000000001");

  private final TestDatabase database = TestDatabase.migrated();
  private final InstantSource clock = InstantSource.fixed(NOW);
  private final CommunicationLog communications = new CommunicationLog(database.jdbc());
  private final LinkageCodes codes = new LinkageCodes(database.jdbc());
  private final LinkedPersons persons = new LinkedPersons(database.jdbc());
  private final AcquisitionStore acquisitions =
      new AcquisitionStore(database.jdbc(), new SerialNumbers(clock, new SecureRandom()));
  private final BindLinkageCodes bind =
      new BindLinkageCodes(
          new DocumentVerifier(AUTHORITY.trustAnchors(), clock),
          new LinkageCodeBindings(database.jdbc()),
          database.transactions(),
          communications,
          clock,
          NETWORK.value(),
          SERVER.value());

  @Test // MS-30, MS-34
  @DisplayName("処理通番で届いた符号を宛名番号に対応付ける")
  void anArrivingCodeIsFoundFromBothSides() {
    ProcessingNumber number = requested(ISHINOMAKI, "101");
    bind.bind(ISHINOMAKI, signed(ISHINOMAKI, new Notice(number, CODE)));
    assertThat(person(ISHINOMAKI, CODE))
        .contains(
            new LinkedPerson(
                new UnifiedAddresseeNumber("101"), AcquisitionPurpose.INFORMATION_LINKAGE));
    assertThat(code(ISHINOMAKI, "101")).contains(CODE);
    assertThat(state(number)).contains(AcquisitionState.BOUND);
    assertThat(communications(number.value()))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.error()).isNull();
              assertThat(row.peer()).isEqualTo(NETWORK);
              assertThat(row.messageType()).isEqualTo("IF_FGU_10201_R01");
            });
  }

  @Test // MS-18
  @DisplayName("取得目的が情報連携でなければ開かない")
  void aCodeAcquiredForAnotherPurposeSaysSo() {
    ProcessingNumber number = requested(ISHINOMAKI, "R-1", "101", AcquisitionPurpose.OTHER);
    bind.bind(ISHINOMAKI, signed(ISHINOMAKI, new Notice(number, CODE)));
    assertThat(person(ISHINOMAKI, CODE))
        .map(LinkedPerson::purpose)
        .contains(AcquisitionPurpose.OTHER);
    requested(ISHINOMAKI, "R-2", "101", AcquisitionPurpose.INFORMATION_LINKAGE);
    assertThat(person(ISHINOMAKI, CODE))
        .map(LinkedPerson::purpose)
        .contains(AcquisitionPurpose.INFORMATION_LINKAGE);
  }

  @Test // MS-30, MS-37
  void theSameAgainChangesNothing() {
    ProcessingNumber number = requested(ISHINOMAKI, "101");
    byte[] notice = signed(ISHINOMAKI, new Notice(number, CODE), new Notice(number, CODE));
    bind.bind(ISHINOMAKI, notice);
    bind.bind(ISHINOMAKI, notice);
    assertThat(bound()).isEqualTo(1);
    assertThat(communications(number.value()))
        .extracting(Communication::error)
        .containsOnly((ErrorCode) null);
  }

  @Test // MS-30, JN-12
  void aBoundPersonKeepsTheCode() {
    ProcessingNumber number = requested(ISHINOMAKI, "101");
    bind.bind(ISHINOMAKI, signed(ISHINOMAKI, new Notice(number, CODE)));
    bind.bind(ISHINOMAKI, signed(ISHINOMAKI, new Notice(number, OTHER_CODE)));
    assertThat(code(ISHINOMAKI, "101")).contains(CODE);
    assertThat(person(ISHINOMAKI, OTHER_CODE)).isEmpty();
    assertThat(communications(number.value()))
        .extracting(Communication::error)
        .containsExactlyInAnyOrder(null, ErrorCode.FGU_CODE_CONFLICT);
  }

  @Test // MS-30, JN-12
  void aBoundCodeKeepsThePerson() {
    ProcessingNumber number = requested(ISHINOMAKI, "101");
    ProcessingNumber other = requested(ISHINOMAKI, "102");
    bind.bind(ISHINOMAKI, signed(ISHINOMAKI, new Notice(number, CODE)));
    bind.bind(ISHINOMAKI, signed(ISHINOMAKI, new Notice(other, CODE)));
    assertThat(person(ISHINOMAKI, CODE))
        .map(LinkedPerson::addressee)
        .contains(new UnifiedAddresseeNumber("101"));
    assertThat(code(ISHINOMAKI, "102")).isEmpty();
    assertThat(communications(other.value()))
        .extracting(Communication::error)
        .containsExactly(ErrorCode.FGU_CODE_CONFLICT);
  }

  @Test // MS-34, JN-12
  void aNoticeThatNobodyWaitsForDoesNotStopTheOthers() {
    ProcessingNumber number = requested(ISHINOMAKI, "101");
    bind.bind(
        ISHINOMAKI, signed(ISHINOMAKI, new Notice(UNKNOWN, OTHER_CODE), new Notice(number, CODE)));
    assertThat(code(ISHINOMAKI, "101")).contains(CODE);
    assertThat(person(ISHINOMAKI, OTHER_CODE)).isEmpty();
    assertThat(communications(UNKNOWN.value()))
        .extracting(Communication::error)
        .containsExactly(ErrorCode.FGU_UNKNOWN_PROCESSING_NUMBER);
  }

  @Test // MS-90, MS-96
  void theNumberOfAnotherInstitutionIsUnknownHere() {
    ProcessingNumber theirs = requested(TSUKUBA, "101");
    bind.bind(ISHINOMAKI, signed(ISHINOMAKI, new Notice(theirs, CODE)));
    assertThat(bound()).isZero();
    assertThat(communications(theirs.value()))
        .extracting(Communication::error)
        .containsExactly(ErrorCode.FGU_UNKNOWN_PROCESSING_NUMBER);
  }

  @Test // MS-30, MS-96
  void aCodeIsFoundOnlyAtItsInstitution() {
    bind.bind(ISHINOMAKI, signed(ISHINOMAKI, new Notice(requested(ISHINOMAKI, "101"), CODE)));
    assertThat(person(TSUKUBA, CODE)).isEmpty();
    assertThat(code(TSUKUBA, "101")).isEmpty();
  }

  static Stream<Arguments> messagesThatCanNeverBeRight() {
    byte[] content = content(ISHINOMAKI, SERVER, new Notice(UNKNOWN, CODE));
    byte[] otherBody = sign(AUTHORITY, NETWORK, content);
    otherBody[positionOf(UNKNOWN.value(), otherBody)] ^= 1;
    byte[] elsewhere = content(TSUKUBA, SERVER, new Notice(UNKNOWN, CODE));
    byte[] otherSystem = content(ISHINOMAKI, NETWORK_SYSTEM, new Notice(UNKNOWN, CODE));
    byte[] nonsense = "<IF_FGU_10201_R01>".getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        Arguments.of("unsigned", content, ErrorCode.SCM_SIGNATURE),
        Arguments.of(
            "signed-by-a-municipality",
            sign(AUTHORITY, ISHINOMAKI, content),
            ErrorCode.SCM_CERTIFICATE_INSTITUTION),
        Arguments.of(
            "signed-under-an-impostor-authority",
            sign(IMPOSTOR, NETWORK, content),
            ErrorCode.SCM_CERTIFICATE_ISSUER),
        Arguments.of("signature-over-other-body", otherBody, ErrorCode.SCM_SIGNATURE),
        Arguments.of(
            "for-another-institution",
            sign(AUTHORITY, NETWORK, elsewhere),
            ErrorCode.SYM_DESTINATION),
        Arguments.of(
            "for-another-system", sign(AUTHORITY, NETWORK, otherSystem), ErrorCode.SYM_DESTINATION),
        Arguments.of(
            "not-well-formed", sign(AUTHORITY, NETWORK, nonsense), ErrorCode.SYM_NOT_WELL_FORMED));
  }

  private static int positionOf(String text, byte[] message) {
    return new String(message, StandardCharsets.ISO_8859_1).indexOf(text);
  }

  @ParameterizedTest(name = "{0}") // MS-90, JN-12, JN-27
  @MethodSource("messagesThatCanNeverBeRight")
  void aMessageThatCanNeverBeRightIsRecordedAndNotBroughtAgain(
      String defect, byte[] signed, ErrorCode code) {
    bind.bind(ISHINOMAKI, signed); // returns, so that the broker is done with it
    assertThat(bound()).isZero();
    assertThat(communications(null)).extracting(Communication::error).containsExactly(code);
  }

  @Test // MS-34
  void aFaultOfThisSideIsThrownSoThatTheBrokerBringsItAgain() {
    byte[] notice = signed(ISHINOMAKI, new Notice(requested(ISHINOMAKI, "101"), CODE));
    database.everything().sql("revoke insert on linkage_code from chukan_app").update();
    assertThatThrownBy(() -> bind.bind(ISHINOMAKI, notice)).isInstanceOf(DataAccessException.class);
    assertThat(communications(null)).isEmpty();
    database.everything().sql("grant insert on linkage_code to chukan_app").update();
    bind.bind(ISHINOMAKI, notice);
    assertThat(code(ISHINOMAKI, "101")).contains(CODE);
  }

  @Test // MS-30
  void theSameMessageTwiceAtOnceBindsOnce() throws InterruptedException, ExecutionException {
    Notice[] notices =
        IntStream.range(0, 300)
            .mapToObj(
                i ->
                    new Notice(
                        requested(ISHINOMAKI, "" + i), new LinkageCode("fictitious-code-" + i)))
            .toArray(Notice[]::new);
    byte[] message = signed(ISHINOMAKI, notices);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> one = threads.submit(() -> bind.bind(ISHINOMAKI, message));
      Future<?> other = threads.submit(() -> bind.bind(ISHINOMAKI, message));
      one.get();
      other.get();
    }
    assertThat(bound()).isEqualTo(300);
  }

  private ProcessingNumber requested(InstitutionCode institution, String addressee) {
    return requested(
        institution, "R-" + addressee, addressee, AcquisitionPurpose.INFORMATION_LINKAGE);
  }

  private ProcessingNumber requested(
      InstitutionCode institution, String record, String addressee, AcquisitionPurpose purpose) {
    var acquisition = acquisition(record, addressee, AFFAIR, purpose);
    return database
        .transactions()
        .within(
            institution,
            () -> {
              acquisitions.keep(
                  institution, request(institution, acquisition).body(), List.of(acquisition), NOW);
              return acquisitions
                  .number(institution, List.of(acquisition.addressee()), NOW)
                  .get(acquisition.addressee());
            });
  }

  private static byte[] signed(InstitutionCode institution, Notice... notices) {
    return sign(AUTHORITY, NETWORK, content(institution, SERVER, notices));
  }

  private static byte[] content(
      InstitutionCode institution, SystemIdentifier destination, Notice... notices) {
    return XmlMessages.write(
        new LinkageCodeNotice(
            MessageHeader.request(
                new MessageId("N-1"), LinkageCodeNotice.TYPE_ID, NETWORK_SYSTEM, destination),
            new LinkageCodeNotice.Body(institution, List.of(notices))));
  }

  private static byte[] sign(TestAuthority authority, InstitutionCode signer, byte[] content) {
    return new DocumentSigner(authority.signingKey(signer), InstantSource.fixed(NOW)).sign(content);
  }

  private Optional<LinkedPerson> person(InstitutionCode institution, LinkageCode code) {
    return database.transactions().within(institution, () -> persons.find(code));
  }

  private Optional<LinkageCode> code(InstitutionCode institution, String addressee) {
    return database
        .transactions()
        .within(institution, () -> codes.find(new UnifiedAddresseeNumber(addressee)));
  }

  private Optional<AcquisitionState> state(ProcessingNumber number) {
    return database
        .transactions()
        .within(ISHINOMAKI, () -> new LinkageCodeAcquisitions(database.jdbc()).find(number));
  }

  private List<Communication> communications(@org.jspecify.annotations.Nullable String number) {
    return database.transactions().within(ISHINOMAKI, () -> communications.find(number));
  }

  private long bound() {
    return database
        .everything()
        .sql("select count(*) from linkage_code")
        .query(Long.class)
        .single();
  }
}
