package jp.chukan.gateway.inquiry;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.NETWORK;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.NetworkInquiry;
import jp.chukan.contract.message.NetworkInquiryReceipt;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.kernel.Sha256;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.TestKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("照会の送信と受領通知")
class SendInquiryIT {
  private static ExchangeBed bed;

  @BeforeAll
  static void start() {
    bed = new ExchangeBed();
  }

  // -- sent

  @Test // MS-21, MS-31, MS-80
  void anInquiryLeavesSignedByItsInstitutionWithTheLinkageCodeAndTheKeyForTheAnswer() {
    InquiryRow row = new InquiryRow();
    row.state = InquiryState.ACCEPTED;
    bed.inquiry(row);
    OutgoingInquiry outgoing = prepared(row.number);
    byte[] xml =
        bed.verifier.verify(new RawSignedDocument(outgoing.signed()), ISHINOMAKI).content();
    NetworkInquiry.Body body = XmlMessages.read(NetworkInquiry.class, xml).body();
    assertThat(body.processingNumber()).isEqualTo(row.number);
    assertThat(body.inquirer()).isEqualTo(ISHINOMAKI);
    assertThat(body.provider()).isEqualTo(TSUKUBA);
    assertThat(body.affair()).isEqualTo(ProvisionDraft.AFFAIR);
    assertThat(body.procedure()).isEqualTo(ProvisionDraft.PROCEDURE);
    assertThat(body.information()).isEqualTo(ProvisionDraft.RESIDENT_RECORD);
    assertThat(body.requestedItems()).isEqualTo(row.items);
    assertThat(body.linkageCode()).isEqualTo(row.linkageCode());
    assertThat(String.valueOf(body.nonDisclosure())).isEqualTo("1");
    assertThat(body.inquirerCertificate())
        .isEqualTo(TestKeys.der(bed.keys.decryptionKey(ISHINOMAKI).certificate()));
    assertThat(outgoing.digest()).isEqualTo(Sha256.of(xml));
    assertThat(new String(xml, StandardCharsets.UTF_8)).doesNotContain(row.addressee());
  }

  /** Attempt: the process dies after the network has it and before that is kept. */
  @Test // MS-80
  void whatIsSentAgainHasTheSameContentHoweverMuchLater() {
    ProcessingNumber number = bed.inquiry(InquiryState.ACCEPTED);
    byte[] first = prepared(number).digest();
    bed.clock.advance(Duration.ofHours(1));
    assertThat(prepared(number).digest()).isEqualTo(first);
    assertThat(bed.state(number)).isEqualTo(InquiryState.ACCEPTED);
  }

  @ParameterizedTest // MS-78, MS-80
  @EnumSource(value = InquiryState.class, mode = Mode.EXCLUDE, names = "ACCEPTED")
  void whatWasSentOrEndedIsNotSentAgain(InquiryState state) {
    ProcessingNumber number = bed.inquiry(state);
    assertThat(prepare(number)).isNull();
  }

  @Test // MS-78
  void whatIsOverdueIsLeftToTheTimeLimit() {
    ProcessingNumber number = bed.inquiry(InquiryState.ACCEPTED);
    bed.clock.advance(InquiryRow.TIME_LIMIT.minusMillis(1));
    assertThat(prepare(number)).isNotNull();
    bed.clock.advance(Duration.ofMillis(1));
    assertThat(prepare(number)).isNull();
    assertThat(bed.state(number)).isEqualTo(InquiryState.ACCEPTED);
  }

  @Test // MS-80
  void aNumberThatNobodyKnowsSendsNothing() {
    assertThat(prepare(ProvisionDraft.freshNumber())).isNull();
  }

  // -- taken over

  @Test // MS-78, JN-02
  void theReceiptMakesItSentAndBothDirectionsAreLoggedOnce() {
    ProcessingNumber number = bed.inquiry(InquiryState.ACCEPTED);
    keep(number, receipt(number, null));
    bed.clock.advance(Duration.ofSeconds(1));
    keep(number, receipt(number, null));
    assertThat(bed.state(number)).isEqualTo(InquiryState.SENT);
    assertThat(bed.records(number)).isEmpty();
    assertThat(bed.communications(number.value()))
        .extracting(
            Communication::direction,
            Communication::messageType,
            Communication::peer,
            Communication::error)
        .containsExactlyInAnyOrder(
            tuple(Direction.SENT, NetworkInquiry.TYPE_ID, NETWORK, null),
            tuple(Direction.RECEIVED, NetworkInquiryReceipt.TYPE_ID, NETWORK, null));
  }

  @Test // MS-78
  void aReceiptThatTheAnswerOvertookChangesNothingButThatItWasSent() {
    ProcessingNumber number = bed.inquiry(InquiryState.ACCEPTED);
    OutgoingInquiry outgoing = prepared(number);
    bed.receive(bed.draft(number).message());
    bed.bean(KeepInquiryReceipt.class)
        .keep(
            ISHINOMAKI,
            number,
            outgoing.digest(),
            receipt(bed.network, number, outgoing.digest(), ErrorCode.TKY_NOT_ON_LIST.id()));
    assertThat(bed.state(number)).isEqualTo(InquiryState.PROVIDED);
    assertThat(bed.row(number)).doesNotContainEntry("sent_at", null);
    assertThat(bed.records(number)).hasSize(1);
  }

  // -- refused by the network

  @Test // MS-74, MS-78
  void aRefusalOfTheNetworkEndsTheInquiryWithOneRecord() {
    ProcessingNumber number = bed.inquiry(InquiryState.ACCEPTED);
    byte[] refusal = receipt(number, ErrorCode.TKY_NOT_ON_LIST.id());
    byte[] digest = prepared(number).digest();
    bed.bean(KeepInquiryReceipt.class).keep(ISHINOMAKI, number, digest, refusal);
    bed.bean(KeepInquiryReceipt.class).keep(ISHINOMAKI, number, digest, refusal);
    assertThat(bed.state(number)).isEqualTo(InquiryState.DECLINED);
    assertThat(bed.row(number)).containsEntry("error_code", ErrorCode.TKY_NOT_ON_LIST.id());
    assertThat(bed.records(number))
        .extracting(ProvisionRecord::outcome, ProvisionRecord::errorCode)
        .containsExactly(tuple(RecordOutcome.REFUSED, ErrorCode.TKY_NOT_ON_LIST.id()));
    assertThat(bed.communications(number.value()))
        .extracting(Communication::direction, Communication::error)
        .containsExactlyInAnyOrder(
            tuple(Direction.SENT, null), tuple(Direction.RECEIVED, ErrorCode.TKY_NOT_ON_LIST));
  }

  @Test // MS-78
  void aRefusalWithACodeThatThisSideDoesNotKnowEndsItAsWell() {
    ProcessingNumber number = bed.inquiry(InquiryState.ACCEPTED);
    keep(number, receipt(number, "XYZ-0001"));
    assertThat(bed.row(number))
        .containsEntry("state", "DECLINED")
        .containsEntry("error_code", ErrorCode.SKI_REFUSED_BY_NETWORK.id());
  }

  // -- receipts that prove nothing

  /** A receipt with one defect, made of the number and the digest of the inquiry. */
  record Spoiled(
      String name, ErrorCode expected, BiFunction<ProcessingNumber, byte[], byte[]> receipt) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Spoiled> receipts() {
    return Stream.of(
        new Spoiled(
            "thank-you",
            ErrorCode.SCM_SIGNATURE,
            (number, digest) -> "thank you".getBytes(StandardCharsets.UTF_8)),
        new Spoiled("empty", ErrorCode.SCM_SIGNATURE, (number, digest) -> new byte[0]),
        new Spoiled(
            "signed-by-the-provider",
            ErrorCode.SCM_CERTIFICATE_INSTITUTION,
            (number, digest) -> receipt(signer(TSUKUBA.value()), number, digest, null)),
        new Spoiled(
            "signed-by-an-impostor",
            ErrorCode.SCM_CERTIFICATE_ISSUER,
            (number, digest) -> receipt(impostor(), number, digest, null)),
        new Spoiled(
            "about-another-inquiry",
            ErrorCode.SKI_RECEIPT_MISMATCH,
            (number, digest) -> receipt(bed.network, ProvisionDraft.freshNumber(), digest, null)),
        new Spoiled(
            "about-other-content",
            ErrorCode.SKI_RECEIPT_MISMATCH,
            (number, digest) -> receipt(bed.network, number, new byte[32], null)),
        new Spoiled(
            "refusal-of-other-content",
            ErrorCode.SKI_RECEIPT_MISMATCH,
            (number, digest) ->
                receipt(bed.network, number, new byte[32], ErrorCode.TKY_NOT_ON_LIST.id())),
        new Spoiled(
            "another-kind-of-message",
            ErrorCode.SYM_MESSAGE_TYPE,
            (number, digest) -> bed.draft(number).message()));
  }

  @ParameterizedTest(name = "{0}") // JN-27
  @MethodSource("receipts")
  void aReceiptThatProvesNothingIsThrownAndTheInquiryGoesOutAgain(Spoiled spoiled) {
    ProcessingNumber number = bed.inquiry(InquiryState.ACCEPTED);
    byte[] digest = prepared(number).digest();
    byte[] receipt = spoiled.receipt().apply(number, digest);
    Map<String, @Nullable Object> row = bed.row(number);
    Map<String, Long> before = bed.counts();
    assertThatThrownBy(
            () -> bed.bean(KeepInquiryReceipt.class).keep(ISHINOMAKI, number, digest, receipt))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.refusal().code()).isEqualTo(spoiled.expected()));
    assertThat(bed.row(number)).isEqualTo(row);
    assertThat(bed.changesSince(before)).isEmpty();
    assertThat(prepare(number)).isNotNull();
  }

  // --

  private static @Nullable OutgoingInquiry prepare(ProcessingNumber number) {
    return bed.bean(SendInquiry.class).prepare(ISHINOMAKI, number);
  }

  private static OutgoingInquiry prepared(ProcessingNumber number) {
    return Objects.requireNonNull(prepare(number));
  }

  private static void keep(ProcessingNumber number, byte[] receipt) {
    byte[] digest =
        XmlMessages.read(
                NetworkInquiryReceipt.class,
                bed.verifier.verify(new RawSignedDocument(receipt), NETWORK).content())
            .body()
            .inquiryDigest();
    bed.bean(KeepInquiryReceipt.class).keep(ISHINOMAKI, number, digest, receipt);
  }

  private static byte[] receipt(ProcessingNumber number, @Nullable String errorCode) {
    OutgoingInquiry outgoing = prepare(number);
    return receipt(
        bed.network, number, outgoing == null ? new byte[32] : outgoing.digest(), errorCode);
  }

  static byte[] receipt(
      DocumentSigner signer, ProcessingNumber number, byte[] digest, @Nullable String errorCode) {
    return signer.sign(
        XmlMessages.write(
            new NetworkInquiryReceipt(
                MessageHeader.request(
                    new MessageId("receipt-of-a-test"),
                    NetworkInquiryReceipt.TYPE_ID,
                    new SystemIdentifier("K000000009"),
                    new SystemIdentifier("K000000001")),
                new NetworkInquiryReceipt.Body(
                    number, digest, Clock.systemUTC().instant(), errorCode))));
  }

  private static DocumentSigner signer(String institution) {
    return new DocumentSigner(
        bed.keys.authority().signingKey(new jp.chukan.contract.code.InstitutionCode(institution)),
        Clock.systemUTC());
  }

  private static DocumentSigner impostor() {
    return new DocumentSigner(
        TestAuthority.impostorAt(bed.clock.instant()).signingKey(NETWORK), Clock.systemUTC());
  }
}
