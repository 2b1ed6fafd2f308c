package jp.chukan.gateway.inquiry;

import static jp.chukan.gateway.testing.InquiryAnswerDraft.items;
import static jp.chukan.gateway.testing.InquiryAnswerDraft.value;
import static jp.chukan.gateway.testing.ProvisionDraft.HEAD_FLAG;
import static jp.chukan.gateway.testing.ProvisionDraft.HEAD_NAME;
import static jp.chukan.gateway.testing.ProvisionDraft.RELATIONSHIP;
import static jp.chukan.gateway.testing.TestKeys.ADACHI;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.NETWORK;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.contract.document.InquirerPath;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.ProvidedInformation.Item;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.InquiryAnswer;
import jp.chukan.contract.message.ProvisionAnswer;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import jp.chukan.gateway.testing.InquiryAnswerDraft;
import jp.chukan.gateway.testing.ProvisionDraft;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("照会の回答の受領")
class ReceiveInquiryAnswerIT {
  private static ExchangeBed bed;

  @BeforeAll
  static void start() {
    bed = new ExchangeBed();
    // the data key of the institution is made at first use
    bed.receive(bed.draft(bed.inquiry(InquiryState.SENT)).message());
  }

  @BeforeEach
  void work() {
    bed.dataSource.work();
  }

  // -- answered

  @Test // MS-21, MS-74, MS-78
  void anAnswerEndsItsInquiryWithItsContentAndOneRecord() {
    ProcessingNumber number = bed.inquiry(InquiryState.SENT);
    InquiryAnswerDraft draft = bed.draft(number);
    Map<String, Long> before = bed.counts();
    bed.receive(draft.message());
    assertThat(bed.state(number)).isEqualTo(InquiryState.PROVIDED);
    assertThat(bed.content(number)).isEqualTo(draft.information());
    assertThat(bed.row(number))
        .containsEntry("edition", "2")
        .containsEntry("error_code", null)
        .doesNotContainEntry("concluded_at", null)
        .doesNotContainEntry("provided_at", null);
    assertThat(bed.records(number))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.side()).isEqualTo(RecordSide.INQUIRER);
              assertThat(entry.outcome()).isEqualTo(RecordOutcome.PROVIDED);
              assertThat(entry.errorCode()).isNull();
              assertThat(entry.inquirer()).isEqualTo(ISHINOMAKI);
              assertThat(entry.provider()).isEqualTo(TSUKUBA);
              assertThat(entry.affair()).isEqualTo(ProvisionDraft.AFFAIR);
              assertThat(entry.items()).containsExactly(HEAD_FLAG, HEAD_NAME, RELATIONSHIP);
              assertThat(entry.permitId()).isEqualTo(draft.permitId);
              assertThat(String.valueOf(entry.nonDisclosure())).isEqualTo("1");
              assertThat(entry.linkageCode()).isNotNull();
            });
    assertThat(bed.changesSince(before))
        .isEqualTo(Map.of("provision_record", 1L, "record_leaf", 1L, "communication", 1L));
    assertThat(bed.communications(number.value()))
        .singleElement()
        .satisfies(
            communication -> {
              assertThat(communication.direction()).isEqualTo(Direction.RECEIVED);
              assertThat(communication.peer()).isEqualTo(NETWORK);
              assertThat(communication.messageType()).isEqualTo(InquiryAnswer.TYPE_ID);
              assertThat(communication.error()).isNull();
            });
  }

  @Test // JN-02, MS-74
  void whatWasProvidedRestsEncryptedAndStandsInNoRecord() {
    ProcessingNumber number = bed.inquiry(InquiryState.SENT);
    bed.receive(bed.draft(number).message());
    byte[] secret = InquiryAnswerDraft.HEAD_NAME.getBytes(StandardCharsets.UTF_8);
    for (String query :
        List.of(
            "select content from inquiry where processing_number = ?",
            "select body from provision_record where processing_number = ?")) {
      assertThat(
              bed.database
                  .everything()
                  .sql(query)
                  .param(number.value())
                  .query(byte[].class)
                  .single())
          .satisfies(stored -> assertThat(indexOf(stored, secret)).isNegative());
    }
  }

  @Test // JN-13
  void onlySomeItemsMayHaveBeenAskedForAndTheirOrderIsThatOfTheQuestion() {
    InquiryRow asked = new InquiryRow();
    asked.items = List.of(HEAD_FLAG, RELATIONSHIP);
    ProcessingNumber number = bed.inquiry(asked);
    InquiryAnswerDraft draft = bed.draft(number);
    draft.contentDefect =
        items(items -> List.of(new Item(RELATIONSHIP, "妻"), new Item(HEAD_FLAG, "0")));
    bed.receive(draft.message());
    assertThat(bed.content(number).items())
        .containsExactly(new Item(HEAD_FLAG, "0"), new Item(RELATIONSHIP, "妻"));
  }

  @Test // MS-78
  void aProviderWithAWrongClockDidNotAnswerBeforeItWasAskedOrAfterTheAnswerCame() {
    for (Duration wrong : List.of(Duration.ofDays(-3_650), Duration.ofDays(3_650))) {
      ProcessingNumber number = bed.inquiry(InquiryState.SENT);
      InquiryAnswerDraft draft = bed.draft(number);
      draft.providerDefect =
          b ->
              new ProvisionAnswer.Body(
                  b.processingNumber(),
                  b.inquirer(),
                  b.provider(),
                  b.answeredAt().plus(wrong),
                  b.envelope(),
                  b.errorCode());
      bed.receive(draft.message());
      assertThat(
              bed.database
                  .everything()
                  .sql("select provided_at from inquiry where processing_number = ?")
                  .param(number.value())
                  .query(java.time.OffsetDateTime.class)
                  .single()
                  .toInstant())
          .isEqualTo(bed.clock.instant());
    }
  }

  @Test // MS-21
  void anAnswerMayOvertakeTheReceiptOfItsInquiry() {
    ProcessingNumber number = bed.inquiry(InquiryState.ACCEPTED);
    bed.receive(bed.draft(number).message());
    assertThat(bed.state(number)).isEqualTo(InquiryState.PROVIDED);
  }

  // -- declined

  @Test // MS-74, MS-78
  void aRefusalOfTheProviderEndsTheInquiryWithItsCodeAndThePermit() {
    ProcessingNumber number = bed.inquiry(InquiryState.SENT);
    InquiryAnswerDraft draft = bed.draft(number);
    draft.refusal = ErrorCode.TKY_NOT_PROVIDED.id();
    bed.receive(draft.message());
    assertDeclined(number, ErrorCode.TKY_NOT_PROVIDED, draft.permitId);
  }

  @Test // MS-74, MS-78
  void aRefusalOfTheNetworkNeedsNeitherPermitNorPath() {
    ProcessingNumber number = bed.inquiry(InquiryState.SENT);
    bed.receive(bed.draft(number).refusedByNetwork(ErrorCode.TKY_NOT_ON_LIST.id()));
    assertDeclined(number, ErrorCode.TKY_NOT_ON_LIST, null);
  }

  @Test // MS-78
  void aCodeThatThisSideDoesNotKnowSaysOnlyThatItWasDeclined() {
    ProcessingNumber number = bed.inquiry(InquiryState.SENT);
    bed.receive(bed.draft(number).refusedByNetwork("XYZ-9999"));
    assertDeclined(number, ErrorCode.SKI_REFUSED_BY_NETWORK, null);
  }

  private static void assertDeclined(
      ProcessingNumber number, ErrorCode code, @Nullable PermitId permit) {
    assertThat(bed.state(number)).isEqualTo(InquiryState.DECLINED);
    assertThat(bed.row(number))
        .containsEntry("error_code", code.id())
        .containsEntry("content", null)
        .containsEntry("edition", null)
        .doesNotContainEntry("concluded_at", null);
    assertThat(bed.records(number))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.outcome()).isEqualTo(RecordOutcome.REFUSED);
              assertThat(entry.errorCode()).isEqualTo(code.id());
              assertThat(entry.permitId()).isEqualTo(permit);
            });
  }

  // -- refused

  /**
   * An answer with one defect.
   *
   * @param name what is wrong
   * @param expected what is kept of it
   * @param message how it is made
   */
  record Spoiled(String name, ErrorCode expected, Function<InquiryAnswerDraft, byte[]> message) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Spoiled spoiled(
      String name, ErrorCode expected, Consumer<InquiryAnswerDraft> defect) {
    return new Spoiled(
        name,
        expected,
        draft -> {
          defect.accept(draft);
          return draft.message();
        });
  }

  static Stream<Spoiled> believedByNobody() {
    return Stream.of(
        new Spoiled(
            "not-cms", ErrorCode.SCM_SIGNATURE, draft -> "hello".getBytes(StandardCharsets.UTF_8)),
        new Spoiled("unsigned-xml", ErrorCode.SCM_SIGNATURE, InquiryAnswerDraft::content),
        new Spoiled(
            "signature-over-other-body",
            ErrorCode.SCM_SIGNATURE,
            draft -> tampered(draft.message())),
        new Spoiled(
            "signed-by-the-provider-instead-of-the-network",
            ErrorCode.SCM_CERTIFICATE_INSTITUTION,
            draft -> draft.signer(TSUKUBA).sign(draft.content())),
        new Spoiled(
            "signed-by-an-impostor",
            ErrorCode.SCM_CERTIFICATE_ISSUER,
            draft ->
                new DocumentSigner(
                        TestAuthority.impostorAt(bed.clock.instant()).signingKey(NETWORK),
                        Clock.systemUTC())
                    .sign(draft.content())),
        new Spoiled(
            "another-kind-of-document",
            ErrorCode.SYM_MESSAGE_TYPE,
            draft -> draft.sign(draft.permit())));
  }

  static Stream<Spoiled> ofTheNetwork() {
    return Stream.of(
        spoiled(
            "for-another-institution",
            ErrorCode.SKI_ANSWER_FOREIGN,
            draft -> draft.inquirer = ADACHI),
        spoiled(
            "for-another-server",
            ErrorCode.SKI_ANSWER_FOREIGN,
            draft -> draft.destination = new SystemIdentifier("K000000002")),
        spoiled(
            "of-another-provider", ErrorCode.SKI_ANSWER_FOREIGN, draft -> draft.provider = ADACHI),
        new Spoiled(
            "network-refuses-in-the-name-of-another-provider",
            ErrorCode.SKI_ANSWER_FOREIGN,
            draft -> {
              draft.provider = ADACHI;
              return draft.refusedByNetwork("TKY-0110");
            }),
        spoiled(
            "answer-and-refusal-at-once",
            ErrorCode.SKI_ANSWER_CONTENT,
            draft ->
                draft.answerDefect =
                    body -> answer(body, body.providerAnswer(), ErrorCode.TKY_NOT_PROVIDED.id())),
        spoiled(
            "neither-answer-nor-refusal",
            ErrorCode.SKI_ANSWER_CONTENT,
            draft -> draft.providerAnswer = () -> null));
  }

  static Stream<Spoiled> ofPathAndPermit() {
    return Stream.of(
        spoiled("path-missing", ErrorCode.SKI_ANSWER_PATH, draft -> draft.signedPath = () -> null),
        spoiled(
            "path-tampered",
            ErrorCode.SKI_ANSWER_PATH,
            draft -> draft.signedPath = () -> tampered(draft.sign(draft.path()))),
        spoiled(
            "path-signed-by-the-provider",
            ErrorCode.SKI_ANSWER_PATH,
            draft ->
                draft.signedPath =
                    () -> draft.signer(TSUKUBA).sign(XmlDocuments.write(draft.path()))),
        spoiled(
            "path-is-a-permit",
            ErrorCode.SKI_ANSWER_PATH,
            draft -> draft.signedPath = () -> draft.sign(draft.permit())),
        path("path-of-another-exchange", p -> path(p, ProvisionDraft.freshNumber(), p.hops())),
        path(
            "path-to-another-inquirer",
            p -> path(p, p.processingNumber(), List.of(NETWORK, ADACHI))),
        path(
            "path-not-from-the-network",
            p -> path(p, p.processingNumber(), List.of(ADACHI, ISHINOMAKI))),
        path("path-of-one-hop", p -> path(p, p.processingNumber(), List.of(ISHINOMAKI))),
        path(
            "path-expired",
            p -> new InquirerPath(p.pathId(), p.processingNumber(), p.hops(), bed.clock.instant())),
        spoiled(
            "permit-missing",
            ErrorCode.SKI_ANSWER_PERMIT,
            draft -> draft.signedPermit = () -> null),
        spoiled(
            "permit-tampered",
            ErrorCode.SKI_ANSWER_PERMIT,
            draft -> draft.signedPermit = () -> tampered(draft.sign(draft.permit()))),
        spoiled(
            "permit-signed-by-the-provider",
            ErrorCode.SKI_ANSWER_PERMIT,
            draft ->
                draft.signedPermit =
                    () -> draft.signer(TSUKUBA).sign(XmlDocuments.write(draft.permit()))),
        permit(
            "permit-of-another-exchange", permit -> permit.number = ProvisionDraft.freshNumber()),
        permit("permit-of-another-inquirer", permit -> permit.inquirer = ADACHI),
        permit("permit-of-another-provider", permit -> permit.provider = ADACHI),
        permit(
            "permit-of-another-affair",
            permit -> permit.affair = new AffairCode("JM01000000002000")),
        permit(
            "permit-of-another-procedure",
            permit -> permit.procedure = new ProcedureCode("JT01010000002001")),
        permit(
            "permit-of-another-information",
            permit -> permit.information = new SpecificPersonalInformationCode("TM00000000000002")),
        permit("permit-for-another-key", permit -> permit.keyId = "0".repeat(64)),
        permit("permit-of-unknown-profile", permit -> permit.profile = "C2"),
        permit("permit-expired", permit -> permit.expiresAt = bed.clock.instant()),
        permit(
            "permit-not-yet-valid", permit -> permit.issuedAt = bed.clock.instant().plusMillis(1)));
  }

  static Stream<Spoiled> ofTheProvider() {
    return Stream.of(
        spoiled(
            "provider-answer-signed-by-another-institution",
            ErrorCode.SKI_ANSWER_SIGNER,
            draft -> draft.providerSigner = draft.signer(ADACHI)),
        spoiled(
            "provider-answer-signed-by-the-network",
            ErrorCode.SKI_ANSWER_SIGNER,
            draft -> draft.providerSigner = bed.network),
        spoiled(
            "provider-answer-tampered",
            ErrorCode.SKI_ANSWER_SIGNER,
            draft -> {
              var sound = draft.providerAnswer;
              draft.providerAnswer = () -> tampered(sound.get());
            }),
        spoiled(
            "provider-answer-not-cms",
            ErrorCode.SKI_ANSWER_SIGNER,
            draft -> draft.providerAnswer = () -> new byte[] {1, 2, 3}),
        spoiled(
            "provider-signed-something-else",
            ErrorCode.SKI_ANSWER_CONTENT,
            draft ->
                draft.providerAnswer =
                    () -> draft.providerSigner.sign(XmlDocuments.write(draft.permit()))),
        provider(
            "provider-answer-to-another-exchange",
            ErrorCode.SKI_ANSWER_FOREIGN,
            b ->
                new ProvisionAnswer.Body(
                    ProvisionDraft.freshNumber(),
                    b.inquirer(),
                    b.provider(),
                    b.answeredAt(),
                    b.envelope(),
                    b.errorCode())),
        provider(
            "provider-answer-to-another-inquirer",
            ErrorCode.SKI_ANSWER_FOREIGN,
            b ->
                new ProvisionAnswer.Body(
                    b.processingNumber(),
                    ADACHI,
                    b.provider(),
                    b.answeredAt(),
                    b.envelope(),
                    b.errorCode())),
        provider(
            "provider-answer-in-the-name-of-another",
            ErrorCode.SKI_ANSWER_FOREIGN,
            b ->
                new ProvisionAnswer.Body(
                    b.processingNumber(),
                    b.inquirer(),
                    ADACHI,
                    b.answeredAt(),
                    b.envelope(),
                    b.errorCode())),
        provider(
            "provider-answer-with-envelope-and-refusal",
            ErrorCode.SKI_ANSWER_CONTENT,
            b ->
                new ProvisionAnswer.Body(
                    b.processingNumber(),
                    b.inquirer(),
                    b.provider(),
                    b.answeredAt(),
                    b.envelope(),
                    ErrorCode.TKY_NOT_PROVIDED.id())),
        spoiled(
            "provider-answer-with-neither",
            ErrorCode.SKI_ANSWER_CONTENT,
            draft -> draft.envelope = () -> null));
  }

  static Stream<Spoiled> ofTheEnvelope() {
    return Stream.of(
        spoiled(
            "envelope-garbage",
            ErrorCode.SKI_ANSWER_ENVELOPE,
            draft -> draft.envelope = () -> new byte[] {1, 2, 3}),
        spoiled(
            "envelope-tampered",
            ErrorCode.SKI_ANSWER_ENVELOPE,
            draft -> {
              var sound = draft.envelope;
              draft.envelope = () -> tampered(sound.get());
            }),
        spoiled(
            "envelope-for-another-key",
            ErrorCode.SKI_ANSWER_ENVELOPE,
            draft -> {
              byte[] permit = draft.signedPermit.get();
              draft.signedPermit = () -> permit;
              draft.recipient = bed.keys.authority().decryptionKey(ISHINOMAKI, KeyKind.EC_P256);
            }),
        spoiled(
            "content-signed-by-another-institution",
            ErrorCode.SKI_ANSWER_ENVELOPE,
            draft -> draft.contentSigner = draft.signer(ADACHI)),
        binding(
            "envelope-bound-to-another-exchange",
            b ->
                new EnvelopeBinding(
                    ProvisionDraft.freshNumber(),
                    b.permitId(),
                    b.inquirer(),
                    b.keyId(),
                    b.profileId(),
                    b.expiresAt())),
        binding(
            "envelope-bound-to-another-permit",
            b ->
                new EnvelopeBinding(
                    b.processingNumber(),
                    new PermitId("permit-of-another"),
                    b.inquirer(),
                    b.keyId(),
                    b.profileId(),
                    b.expiresAt())),
        binding(
            "envelope-expired",
            b ->
                new EnvelopeBinding(
                    b.processingNumber(),
                    b.permitId(),
                    b.inquirer(),
                    b.keyId(),
                    b.profileId(),
                    bed.clock.instant())));
  }

  static Stream<Spoiled> ofTheContent() {
    return Stream.of(
        spoiled(
            "content-not-xml",
            ErrorCode.SKI_ANSWER_CONTENT,
            draft -> draft.plaintext = () -> "hello".getBytes(StandardCharsets.UTF_8)),
        content(
            "content-of-another-exchange",
            p ->
                new ProvidedInformation(
                    ProvisionDraft.freshNumber(),
                    p.provider(),
                    p.information(),
                    p.edition(),
                    p.items())),
        content(
            "content-of-another-provider",
            p ->
                new ProvidedInformation(
                    p.processingNumber(), ADACHI, p.information(), p.edition(), p.items())),
        content(
            "content-of-another-information",
            InquiryAnswerDraft.information(
                new SpecificPersonalInformationCode("TM00000000000002"))),
        content("content-of-unknown-edition", p -> edition(p, "9")),
        content("no-items", items(items -> List.of())),
        content("item-missing", items(items -> items.subList(0, 2))),
        content(
            "item-more-than-asked-for",
            items(items -> with(items, new Item(new ItemCode("TK00000000000104"), "1")))),
        content("item-twice", items(items -> with(items, items.get(2)))),
        content(
            "item-twice-instead-of-another",
            items(items -> List.of(items.get(0), items.get(1), items.get(1)))),
        content(
            "item-outside-the-layout",
            items(
                items ->
                    with(items.subList(0, 2), new Item(new ItemCode("TK00000000000199"), "x")))),
        content("value-of-another-form", value(HEAD_FLAG, "2")),
        content("required-value-missing", value(HEAD_FLAG, null)),
        content("values-that-do-not-go-together", value(HEAD_FLAG, "1")),
        content("value-longer-than-the-layout-allows", value(RELATIONSHIP, "子".repeat(51))),
        content("value-with-an-invisible-character", value(HEAD_NAME, "架空\u200b太郎")),
        // twelve digits with a valid check digit
        content("value-that-is-a-個人番号", value(HEAD_NAME, "123456789018")));
  }

  @ParameterizedTest(name = "{0}") // JN-12, JN-27
  @MethodSource("believedByNobody")
  void anAnswerThatProvesNothingIsKeptWithoutItsNumberAndTheInquiryWaitsOn(Spoiled spoiled) {
    assertRefused(spoiled, false);
  }

  @ParameterizedTest(name = "{0}") // MS-21, JN-12, JN-13, JN-27
  @MethodSource({
    "ofTheNetwork",
    "ofPathAndPermit",
    "ofTheProvider",
    "ofTheEnvelope",
    "ofTheContent"
  })
  void aBadAnswerIsKeptWithItsReasonAndTheInquiryWaitsOn(Spoiled spoiled) {
    assertRefused(spoiled, true);
  }

  private static void assertRefused(Spoiled spoiled, boolean believed) {
    ProcessingNumber number = bed.inquiry(InquiryState.SENT);
    InquiryAnswerDraft draft = bed.draft(number);
    byte[] message = spoiled.message().apply(draft);
    Map<String, Long> before = bed.counts();
    Map<String, @Nullable Object> row = bed.row(number);
    bed.receive(message);
    bed.receive(message);
    assertThat(bed.row(number)).isEqualTo(row);
    assertThat(bed.changesSince(before))
        .as("kept once, and no record of an end")
        .isEqualTo(Map.of("refused_answer", 1L, "communication", 1L));
    assertThat(bed.refusedAnswers())
        .contains(
            new RefusedAnswer(believed ? number : null, spoiled.expected(), bed.clock.instant()));
    assertThat(bed.communications(believed ? number.value() : null))
        .filteredOn(kept -> kept.error() == spoiled.expected())
        .first()
        .extracting(Communication::peer)
        .isEqualTo(believed ? NETWORK : null);

    bed.receive(bed.draft(number).message());
    assertThat(bed.state(number)).isEqualTo(InquiryState.PROVIDED);
    assertThat(bed.records(number)).hasSize(1);
  }

  @Test // JN-12
  void anAnswerToNothingThatWasAskedIsRefused() {
    ProcessingNumber nobodys = ProvisionDraft.freshNumber();
    Map<String, Long> before = bed.counts();
    bed.receive(bed.draft(nobodys).message());
    assertThat(bed.changesSince(before))
        .isEqualTo(Map.of("refused_answer", 1L, "communication", 1L));
    assertThat(bed.refusedAnswers())
        .contains(new RefusedAnswer(nobodys, ErrorCode.SKI_ANSWER_UNASKED, bed.clock.instant()));
  }

  @Test // MS-96
  void anAnswerToTheInquiryOfAnotherInstitutionIsUnaskedHere() {
    InquiryRow asked = new InquiryRow();
    asked.institution = ADACHI;
    ProcessingNumber number = bed.inquiry(asked);
    bed.receive(bed.draft(number).message());
    assertThat(bed.state(number)).isEqualTo(InquiryState.SENT);
    assertThat(bed.refusedAnswers())
        .contains(new RefusedAnswer(number, ErrorCode.SKI_ANSWER_UNASKED, bed.clock.instant()));
  }

  // -- every state, every arrival

  /** What may arrive. */
  enum Arrival {
    ANSWER,
    PROVIDER_REFUSAL,
    NETWORK_REFUSAL,
    ANSWER_TOO_LATE
  }

  static Stream<Arguments> combinations() {
    return Stream.of(InquiryState.values())
        .flatMap(state -> Stream.of(Arrival.values()).map(arrival -> Arguments.of(state, arrival)));
  }

  @ParameterizedTest(name = "{0} {1}") // MS-78
  @MethodSource("combinations")
  void whatEndedStaysAsItIsAndWhatIsOpenEndsByWhatArrives(InquiryState state, Arrival arrival) {
    ProcessingNumber number = bed.inquiry(state);
    InquiryAnswerDraft draft = bed.draft(number);
    Instant at =
        arrival == Arrival.ANSWER_TOO_LATE
            ? bed.clock.instant().plus(InquiryRow.TIME_LIMIT)
            : bed.clock.instant();
    byte[] message =
        switch (arrival) {
          case ANSWER, ANSWER_TOO_LATE -> draft.message();
          case NETWORK_REFUSAL -> draft.refusedByNetwork(ErrorCode.TKY_NOT_ON_LIST.id());
          case PROVIDER_REFUSAL -> {
            draft.refusal = ErrorCode.TKY_NOT_PROVIDED.id();
            yield draft.message();
          }
        };
    Map<String, @Nullable Object> row = bed.row(number);
    bed.receive(message, at);
    ErrorCode refusal = refusal(state, arrival);
    if (refusal == null) {
      assertThat(bed.state(number))
          .isEqualTo(arrival == Arrival.ANSWER ? InquiryState.PROVIDED : InquiryState.DECLINED);
      assertThat(bed.records(number)).hasSize(1);
    } else {
      assertThat(bed.row(number)).isEqualTo(row);
      assertThat(bed.records(number)).isEmpty();
      assertThat(bed.refusedAnswers()).contains(new RefusedAnswer(number, refusal, at));
    }
  }

  private static @Nullable ErrorCode refusal(InquiryState state, Arrival arrival) {
    return switch (state) {
      case ACCEPTED, SENT -> arrival == Arrival.ANSWER_TOO_LATE ? ErrorCode.SKI_ANSWER_LATE : null;
      case MALFORMED, REFUSED -> ErrorCode.SKI_ANSWER_UNASKED;
      case PROVIDED, DECLINED -> ErrorCode.SKI_ANSWER_REPEATED;
      case UNANSWERED -> ErrorCode.SKI_ANSWER_LATE;
    };
  }

  // -- again and at once

  @Test // MS-74
  void theAnswerThatEndedTheInquiryMayComeAgainAlsoSignedAnewAndAlsoLate() {
    ProcessingNumber number = bed.inquiry(InquiryState.SENT);
    InquiryAnswerDraft draft = bed.draft(number);
    byte[] content = draft.content();
    bed.receive(bed.network.sign(content));
    Map<String, Long> before = bed.counts();
    Map<String, @Nullable Object> row = bed.row(number);
    bed.receive(bed.network.sign(content));
    bed.receive(
        bed.network.sign(content), bed.clock.instant().plus(InquiryRow.TIME_LIMIT).plusSeconds(1));
    assertThat(bed.row(number)).isEqualTo(row);
    assertThat(bed.changesSince(before)).isEmpty();
  }

  @Test // MS-21
  void anAnswerThatCameInTimeIsTakenHoweverLongThisSideWasAway() {
    ProcessingNumber number = bed.inquiry(InquiryState.SENT);
    byte[] message = bed.draft(number).message();
    Instant takenOverAt = bed.clock.instant();
    bed.clock.advance(ProvisionDraft.VALIDITY.plus(Duration.ofHours(1)));
    bed.receive(message, takenOverAt);
    assertThat(bed.state(number)).isEqualTo(InquiryState.PROVIDED);
  }

  @Test // MS-74, MS-78
  void ofTwoAnswersAtOnceOneEndsTheInquiryAndTheOtherIsRepeated()
      throws InterruptedException, ExecutionException {
    ProcessingNumber number = bed.inquiry(InquiryState.SENT);
    InquiryAnswerDraft refusal = bed.draft(number);
    refusal.refusal = ErrorCode.TKY_NOT_PROVIDED.id();
    List<byte[]> messages =
        List.of(bed.draft(number).message(), bed.draft(number).message(), refusal.message());
    atTheSameTime(messages);
    assertThat(bed.records(number)).hasSize(1);
    assertThat(bed.refusedAnswers())
        .filteredOn(answer -> number.equals(answer.processingNumber()))
        .extracting(RefusedAnswer::code)
        .containsExactly(ErrorCode.SKI_ANSWER_REPEATED, ErrorCode.SKI_ANSWER_REPEATED);
  }

  /** The database breaks off behind each statement in turn, and before the commit. */
  @ParameterizedTest // MS-74, MS-80
  @EnumSource(
      value = Arrival.class,
      names = {"ANSWER", "PROVIDER_REFUSAL", "ANSWER_TOO_LATE"})
  void whatIsKilledAtAnyLineLeavesNothingHalfDoneAndEndsOnceLater(Arrival arrival) {
    ProcessingNumber number = bed.inquiry(InquiryState.SENT);
    InquiryAnswerDraft draft = bed.draft(number);
    draft.refusal = arrival == Arrival.PROVIDER_REFUSAL ? ErrorCode.TKY_NOT_PROVIDED.id() : null;
    Instant at =
        arrival == Arrival.ANSWER_TOO_LATE
            ? bed.clock.instant().plus(InquiryRow.TIME_LIMIT)
            : bed.clock.instant();
    byte[] message = draft.message();
    Map<String, Long> before = bed.counts();
    Map<String, @Nullable Object> row = bed.row(number);
    int step = 1;
    while (failsAfter(step, message, at)) {
      assertThat(bed.counts()).as("after step %d", step).isEqualTo(before);
      assertThat(bed.row(number)).as("after step %d", step).isEqualTo(row);
      step++;
    }
    assertThat(step).as("steps that were broken off").isGreaterThan(4);
    bed.dataSource.work();
    bed.receive(message, at);
    boolean ended = arrival != Arrival.ANSWER_TOO_LATE;
    assertThat(bed.records(number)).hasSize(ended ? 1 : 0);
    assertThat(bed.communications(number.value())).hasSize(1);
  }

  private static boolean failsAfter(int step, byte[] message, Instant at) {
    bed.dataSource.failAfter(step);
    try {
      bed.receive(message, at);
      return false;
    } catch (RuntimeException brokenOff) {
      return true;
    }
  }

  private static void atTheSameTime(List<byte[]> messages)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(messages.size())) {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (byte[] message : messages) {
        tasks.add(
            () -> {
              bed.receive(message);
              return null;
            });
      }
      for (Future<Void> task : threads.invokeAll(tasks)) {
        task.get();
      }
    }
  }

  // -- how answers are spoiled

  private static Spoiled path(String name, UnaryOperator<InquirerPath> defect) {
    return spoiled(name, ErrorCode.SKI_ANSWER_PATH, draft -> draft.pathDefect = defect);
  }

  private static InquirerPath path(
      InquirerPath path, ProcessingNumber number, List<InstitutionCode> hops) {
    return new InquirerPath(path.pathId(), number, hops, path.expiresAt());
  }

  private static Spoiled permit(String name, Consumer<PermitDraft> defect) {
    return spoiled(
        name,
        ErrorCode.SKI_ANSWER_PERMIT,
        draft ->
            draft.signedPermit =
                () -> {
                  PermitDraft permit = new PermitDraft(draft.permit());
                  defect.accept(permit);
                  return draft.sign(permit.permit());
                });
  }

  private static Spoiled provider(
      String name, ErrorCode expected, UnaryOperator<ProvisionAnswer.Body> defect) {
    return spoiled(name, expected, draft -> draft.providerDefect = defect);
  }

  private static Spoiled binding(String name, UnaryOperator<EnvelopeBinding> defect) {
    return spoiled(name, ErrorCode.SKI_ANSWER_ENVELOPE, draft -> draft.bindingDefect = defect);
  }

  private static Spoiled content(String name, UnaryOperator<ProvidedInformation> defect) {
    return spoiled(name, ErrorCode.SKI_ANSWER_CONTENT, draft -> draft.contentDefect = defect);
  }

  private static ProvidedInformation edition(ProvidedInformation provided, String edition) {
    return new ProvidedInformation(
        provided.processingNumber(),
        provided.provider(),
        provided.information(),
        new LayoutEdition(edition),
        provided.items());
  }

  private static List<Item> with(List<Item> items, Item one) {
    List<Item> more = new ArrayList<>(items);
    more.add(one);
    return more;
  }

  private static InquiryAnswer.Body answer(
      InquiryAnswer.Body body, byte @Nullable [] providerAnswer, @Nullable String errorCode) {
    return new InquiryAnswer.Body(
        body.processingNumber(),
        body.inquirer(),
        body.provider(),
        body.answeredAt(),
        body.permit(),
        body.path(),
        providerAnswer,
        errorCode);
  }

  /** One bit of the middle is another. */
  private static byte[] tampered(byte @Nullable [] bytes) {
    byte[] changed = java.util.Objects.requireNonNull(bytes).clone();
    changed[changed.length / 2] ^= 1;
    return changed;
  }

  private static int indexOf(byte[] whole, byte[] part) {
    return new String(whole, StandardCharsets.ISO_8859_1)
        .indexOf(new String(part, StandardCharsets.ISO_8859_1));
  }
}
