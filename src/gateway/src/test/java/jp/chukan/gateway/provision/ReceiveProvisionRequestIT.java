package jp.chukan.gateway.provision;

import static jp.chukan.gateway.testing.ProvisionDraft.GOVERNOR;
import static jp.chukan.gateway.testing.ProvisionDraft.HEAD_FLAG;
import static jp.chukan.gateway.testing.ProvisionDraft.HEAD_NAME;
import static jp.chukan.gateway.testing.ProvisionDraft.MINISTER;
import static jp.chukan.gateway.testing.ProvisionDraft.RELATIONSHIP;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.NETWORK;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.chukan.contract.code.AcquisitionPurpose;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.contract.crypto.EnvelopeOpener;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.ProvisionAnswer;
import jp.chukan.gateway.approval.ApprovalCase;
import jp.chukan.gateway.approval.ApprovalReason;
import jp.chukan.gateway.approval.ApprovalState;
import jp.chukan.gateway.provision.ProvisionBed.Person;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import jp.chukan.gateway.replica.ReplicaItem;
import jp.chukan.gateway.replica.ReplicaLookup;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.TestKeys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("提供要求の受付")
class ReceiveProvisionRequestIT {
  private static final String SECRET = "架空の世帯";

  private static ProvisionBed bed;
  private static Person person;

  @BeforeAll
  static void start() {
    bed = new ProvisionBed();
    bed.publishList(LocalDate.parse("2020-04-01"), LocalDate.parse("9999-12-31"));
    person = bed.person();
    bed.replicas.put(person.addressee(), SECRET, ResponseMode.AUTOMATIC, null);
    // the data key of the institution is made at first use
    bed.receive(heldDraft().message());
  }

  @BeforeEach
  void work() {
    bed.dataSource.work();
  }

  // -- provided

  @ParameterizedTest(name = "{0}") // MS-03, MS-40, MS-50
  @EnumSource(
      value = KeyKind.class,
      names = {"EC_P256", "EC_P384", "RSA_3072"})
  void theAnswerOpensWithTheInquirersKey(KeyKind kind) {
    DecryptionKey key = bed.keys.authority().decryptionKey(MINISTER, kind);
    ProvisionDraft draft = new ProvisionDraft(bed.network, key, bed.clock.instant());
    draft.person = person.code();
    bed.receive(draft.message());
    ProvisionAnswer.Body answer = bed.answer(draft.number);
    assertThat(answer.errorCode()).isNull();
    assertThat(answer.inquirer()).isEqualTo(MINISTER);
    assertThat(answer.provider()).isEqualTo(ISHINOMAKI);
    ProvidedInformation information = open(draft, answer, key);
    assertThat(information.processingNumber()).isEqualTo(draft.number);
    assertThat(information.provider()).isEqualTo(ISHINOMAKI);
    assertThat(information.edition()).isEqualTo(FakeReplicas.EDITION);
    assertThat(information.items())
        .extracting(ProvidedInformation.Item::value)
        .containsExactly(
            FakeReplicas.value(HEAD_FLAG, SECRET),
            FakeReplicas.value(HEAD_NAME, SECRET),
            FakeReplicas.value(RELATIONSHIP, SECRET));
  }

  /** Attempt: an answer falls into the hands of another inquirer of the same network. */
  @Test // MS-04, MS-40
  void theWrongRecipientCannotOpenTheAnswer() {
    ProvisionDraft draft = bed.draft(person);
    bed.receive(draft.message());
    byte[] envelope = envelope(bed.answer(draft.number));
    EnvelopeBinding asTheGovernor =
        new EnvelopeBinding(
            draft.number,
            draft.permitId,
            GOVERNOR,
            bed.governorsKey.keyId(),
            draft.profile,
            draft.permitExpiresAt);
    assertThatThrownBy(
            () ->
                new EnvelopeOpener(bed.governorsKey, bed.verifier, bed.clock)
                    .open(envelope, asTheGovernor, ISHINOMAKI))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test // MS-03, MS-14, MS-15
  void theAnswerHoldsExactlyTheAskedItems() {
    ProvisionDraft draft = bed.draft(person);
    draft.items = List.of(HEAD_FLAG);
    bed.receive(draft.message());
    ProvidedInformation information = open(draft, bed.answer(draft.number), bed.ministersKey);
    assertThat(information.items())
        .extracting(ProvidedInformation.Item::code)
        .containsExactly(HEAD_FLAG);
  }

  /** Attempt: the store of 副本 hands out more than was asked for. */
  @Test // MS-14
  void anAnswerWithMoreThanWasAskedForNeverLeaves() {
    Person generous = bed.person();
    ProvisionDraft draft = bed.draft(generous);
    draft.items = List.of(HEAD_FLAG);
    bed.replicas.put(
        generous.addressee(),
        new ReplicaLookup.Found(
            FakeReplicas.EDITION,
            List.of(new ReplicaItem(HEAD_FLAG, "1"), new ReplicaItem(HEAD_FLAG, "2")),
            ResponseMode.AUTOMATIC,
            null));
    Map<String, Long> before = bed.counts();
    byte[] message = draft.message();
    assertThatThrownBy(() -> bed.receive(message)).isInstanceOf(IllegalStateException.class);
    assertThat(bed.counts()).isEqualTo(before);
  }

  @Test // MS-41, MS-80
  void nothingThatIsStoredForSendingOrRecordedHoldsThePlaintext() {
    ProvisionDraft draft = bed.draft(person);
    bed.receive(draft.message());
    byte[] secret = SECRET.getBytes(StandardCharsets.UTF_8);
    assertThat(bed.outbox(draft.number))
        .singleElement()
        .satisfies(body -> assertThat(indexOf(body, secret)).isNegative());
    // in the message it stands in Base64, where no text would be seen
    assertThat(indexOf(envelope(bed.answer(draft.number)), secret)).isNegative();
    assertThat(
            bed.database
                .everything()
                .sql("select body from provision_record where processing_number = ?")
                .param(draft.number.value())
                .query(byte[].class)
                .list())
        .allSatisfy(body -> assertThat(indexOf(body, secret)).isNegative());
  }

  @Test // MS-03, MS-74
  void aProvisionIsRecordedWithWhoAskedForWhatOnWhichBasis() {
    Person withheld = bed.person();
    NonDisclosureCode code = new NonDisclosureCode("1");
    bed.replicas.put(withheld.addressee(), SECRET, ResponseMode.AUTOMATIC, code);
    ProvisionDraft draft = bed.draft(withheld);
    bed.receive(draft.message());
    assertThat(bed.records(draft.number))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.side()).isEqualTo(RecordSide.PROVIDER);
              assertThat(entry.outcome()).isEqualTo(RecordOutcome.PROVIDED);
              assertThat(entry.errorCode()).isNull();
              assertThat(entry.inquirer()).isEqualTo(MINISTER);
              assertThat(entry.provider()).isEqualTo(ISHINOMAKI);
              assertThat(entry.affair()).isEqualTo(draft.affair);
              assertThat(entry.procedure()).isEqualTo(draft.procedure);
              assertThat(entry.information()).isEqualTo(draft.information);
              assertThat(entry.items()).isEqualTo(draft.items);
              assertThat(entry.linkageCode()).isEqualTo(withheld.code());
              assertThat(entry.permitId()).isEqualTo(draft.permitId);
              assertThat(entry.nonDisclosure()).isEqualTo(code);
            });
    assertThat(bed.communications(draft.number.value()))
        .singleElement()
        .satisfies(
            communication -> {
              assertThat(communication.direction()).isEqualTo(Direction.RECEIVED);
              assertThat(communication.peer()).isEqualTo(NETWORK);
              assertThat(communication.error()).isNull();
            });
  }

  @Test // MS-74
  void theLeafIsTheHashOfTheStoredRecord() {
    ProvisionDraft draft = bed.draft(person);
    bed.receive(draft.message());
    assertThat(
            bed.database
                .everything()
                .sql(
                    """
                    select l.leaf_hash = sha256('\\x00'::bytea || r.body)
                      from provision_record r
                      join record_leaf l using (institution_code, leaf_id)
                     where r.processing_number = ?
                    """)
                .param(draft.number.value())
                .query(Boolean.class)
                .list())
        .containsExactly(true);
  }

  @Test
  void aProvisionCostsOneTransaction() {
    ProvisionDraft draft = bed.draft(person);
    byte[] message = draft.message();
    bed.transactionManager.begun.set(0);
    bed.receive(message);
    assertThat(bed.transactionManager.begun).hasValue(1);
    assertThat(bed.dataSource.steps()).as("statements and the commit").isLessThanOrEqualTo(12);
    assertThat(bed.outbox(draft.number)).hasSize(1);
  }

  // -- held

  @ParameterizedTest // MS-05
  @EnumSource(ApprovalReason.class)
  void whatNoMachineMayAnswerIsHeldAndNothingLeaves(ApprovalReason reason) {
    Person held = bed.person();
    switch (reason) {
      case FLAGGED ->
          bed.replicas.put(held.addressee(), SECRET, ResponseMode.APPROVAL_REQUIRED, null);
      case NO_REPLICA -> bed.replicas.put(held.addressee(), new ReplicaLookup.Absent());
      case LAYOUT_MISMATCH ->
          bed.replicas.put(held.addressee(), new ReplicaLookup.LayoutMismatch(HEAD_NAME));
    }
    ProvisionDraft draft = bed.draft(held);
    bed.receive(draft.message());
    assertThat(bed.outbox(draft.number)).isEmpty();
    assertThat(bed.records(draft.number))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.outcome()).isEqualTo(RecordOutcome.AWAITING_APPROVAL);
              assertThat(entry.errorCode()).isNull();
              assertThat(entry.permitId()).isEqualTo(draft.permitId);
            });
    assertThat(cases(draft))
        .singleElement()
        .satisfies(
            waiting -> {
              assertThat(waiting.reason()).isEqualTo(reason);
              assertThat(waiting.state()).isEqualTo(ApprovalState.AWAITING);
              assertThat(waiting.inquirer()).isEqualTo(MINISTER);
              assertThat(waiting.permitExpiresAt()).isEqualTo(draft.permitExpiresAt);
            });
  }

  @Test // MS-05
  void aHeldRequestRestsEncrypted() {
    ProvisionDraft draft = heldDraft();
    bed.receive(draft.message());
    byte[] stored =
        bed.database
            .everything()
            .sql("select request from approval_case where processing_number = ?")
            .param(draft.number.value())
            .query(byte[].class)
            .single();
    assertThat(indexOf(stored, draft.person.value().getBytes(StandardCharsets.UTF_8))).isNegative();
    assertThat(indexOf(stored, draft.number.value().getBytes(StandardCharsets.UTF_8))).isNegative();
  }

  @Test // MS-96
  void anotherInstitutionDoesNotSeeTheCase() {
    bed.receive(heldDraft().message());
    assertThat(bed.cases(TSUKUBA)).isEmpty();
  }

  // -- refused, and answered with what the peer may know

  /**
   * A request with one defect.
   *
   * @param name what is wrong
   * @param defect how it is made
   * @param expected what is recorded
   */
  record Spoiled(String name, BiConsumer<ProvisionBed, ProvisionDraft> defect, ErrorCode expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Spoiled> refused() {
    return Stream.of(
        new Spoiled(
            "permit-missing",
            (on, draft) -> draft.signedPermit = () -> null,
            ErrorCode.TKY_PERMIT_MISSING),
        new Spoiled(
            "permit-tampered",
            (on, draft) -> {
              byte[] signed = draft.sign(draft.permit());
              signed[signed.length - 1] ^= 1;
              draft.signedPermit = () -> signed;
            },
            ErrorCode.TKY_PERMIT_SIGNATURE),
        new Spoiled(
            "permit-expired",
            (on, draft) -> draft.permitExpiresAt = on.clock.instant(),
            ErrorCode.TKY_PERMIT_EXPIRED),
        new Spoiled(
            "permit-of-other-inquirer",
            (on, draft) -> {
              ProvisionDraft other =
                  new ProvisionDraft(on.network, on.governorsKey, on.clock.instant());
              draft.signedPermit = other.signedPermit;
            },
            ErrorCode.TKY_PERMIT_FOREIGN),
        new Spoiled(
            "permit-replayed",
            (on, draft) -> {
              ProvisionDraft answered = on.draft(person);
              on.receive(answered.message());
              draft.signedPermit = answered.signedPermit;
            },
            ErrorCode.TKY_PERMIT_REPLAYED),
        new Spoiled(
            "permit-id-reused",
            (on, draft) -> {
              ProvisionDraft answered = on.draft(person);
              on.receive(answered.message());
              draft.permitId = answered.permitId;
            },
            ErrorCode.TKY_PERMIT_REPLAYED),
        new Spoiled(
            "path-of-other-exchange",
            (on, draft) -> draft.signedPath = on.draft(person).signedPath,
            ErrorCode.TKY_PATH_MISMATCH),
        new Spoiled(
            "key-of-other-inquirer",
            (on, draft) -> draft.certificate = TestKeys.der(on.governorsKey.certificate()),
            ErrorCode.TKY_KEY_UNSUITABLE),
        new Spoiled(
            "key-unsuitable",
            (on, draft) ->
                draft.certificate =
                    on.keys.authority().encryption(MINISTER, KeyKind.RSA_2048).der(),
            ErrorCode.TKY_KEY_UNSUITABLE),
        new Spoiled(
            "tuple-not-on-list",
            (on, draft) -> draft.affair = new AffairCode("JM01000000099000"),
            ErrorCode.TKY_NOT_ON_LIST),
        new Spoiled(
            "unknown-information",
            (on, draft) ->
                draft.information = new SpecificPersonalInformationCode("TM00000000000002"),
            ErrorCode.TKY_UNKNOWN_INFORMATION),
        new Spoiled(
            "item-outside-layout",
            (on, draft) -> draft.items = List.of(HEAD_FLAG, new ItemCode("TK00000000000199")),
            ErrorCode.TKY_ITEM_OUTSIDE_LAYOUT),
        new Spoiled(
            "period-reversed",
            (on, draft) -> {
              draft.periodFrom = LocalDate.of(2026, 10, 2);
              draft.periodTo = LocalDate.of(2026, 10, 1);
            },
            ErrorCode.TKY_PERIOD),
        new Spoiled(
            "unknown-linkage-code",
            (on, draft) -> draft.person = new LinkageCode("a-code-that-nobody-here-has"),
            ErrorCode.TKY_NOT_PROVIDED),
        new Spoiled(
            "purpose-other",
            (on, draft) -> {
              Person other = on.person(AcquisitionPurpose.OTHER);
              on.replicas.put(other.addressee(), SECRET, ResponseMode.AUTOMATIC, null);
              draft.person = other.code();
            },
            ErrorCode.TKY_NOT_PROVIDED));
  }

  @ParameterizedTest(name = "{0}") // MS-01, MS-02, MS-03, MS-04, MS-14, MS-18, MS-40, JN-12
  @MethodSource("refused")
  void aRefusalIsRecordedAndAnsweredAndSilentAboutThePerson(Spoiled spoiled) {
    ProvisionDraft draft = bed.draft(person);
    spoiled.defect().accept(bed, draft);
    bed.receive(draft.message());
    ProvisionAnswer.Body answer = bed.answer(draft.number);
    assertThat(answer.envelope()).isNull();
    assertThat(answer.errorCode()).isEqualTo(PeerCodes.visible(spoiled.expected()).id());
    assertThat(bed.records(draft.number))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.outcome()).isEqualTo(RecordOutcome.REFUSED);
              assertThat(entry.errorCode()).isEqualTo(spoiled.expected().id());
              assertThat(entry.linkageCode()).isEqualTo(draft.person);
            });
    assertThat(bed.communications(draft.number.value()))
        .extracting(Communication::error)
        .containsExactly(spoiled.expected());
    assertThat(cases(draft)).isEmpty();
  }

  @Test // MS-18
  void anUnknownPersonAndOneOfAnotherPurposeAreToldTheSame() {
    ProvisionDraft unknown = bed.draft(person);
    unknown.person = new LinkageCode("a-code-that-nobody-here-has");
    ProvisionDraft other = bed.draft(bed.person(AcquisitionPurpose.OTHER));
    bed.receive(unknown.message());
    bed.receive(other.message());
    assertThat(bed.answer(unknown.number).errorCode())
        .isEqualTo(bed.answer(other.number).errorCode());
  }

  /** Attempt: the codes of a refusal tell whether a person is known, by asking for nonsense. */
  @Test // MS-14
  void whatIsWrongWithTheQuestionIsSaidWhetherThePersonIsKnownOrNot() {
    ProvisionDraft known = bed.draft(person);
    known.items = List.of(new ItemCode("TK00000000000199"));
    ProvisionDraft unknown = bed.draft(person);
    unknown.items = known.items;
    unknown.person = new LinkageCode("a-code-that-nobody-here-has");
    bed.receive(known.message());
    bed.receive(unknown.message());
    assertThat(bed.answer(known.number).errorCode())
        .isEqualTo(bed.answer(unknown.number).errorCode());
  }

  // -- refused, and nothing sent

  /** Attempt: the network's signature is cut off one request and put over another. */
  @Test // JN-12, JN-27
  void aSignatureOverOtherBodyIsRecordedAndNothingIsSent() {
    ProvisionDraft draft = bed.draft(person);
    byte[] message = draft.message();
    int at = indexOf(message, "JM01000000001000".getBytes(StandardCharsets.UTF_8));
    message[at + 15] ^= 1;
    assertRefusedAside(message, ErrorCode.SCM_SIGNATURE, draft, false);
  }

  /** Attempt: bytes that are no CMS at all lie in the queue. */
  @Test // JN-12, JN-27
  void bytesThatAreNotSignedAreRecordedAndNothingIsSent() {
    ProvisionDraft draft = bed.draft(person);
    assertRefusedAside(draft.content(), ErrorCode.SCM_SIGNATURE, draft, false);
  }

  /** Attempt: an inquirer signs a request itself. */
  @Test // MS-13, JN-27
  void aRequestThatTheNetworkDidNotSignIsRecordedAndNothingIsSent() {
    ProvisionDraft draft = bed.draft(person);
    byte[] message =
        new jp.chukan.contract.crypto.DocumentSigner(
                bed.keys.authority().signingKey(MINISTER), bed.clock)
            .sign(draft.content());
    assertRefusedAside(message, ErrorCode.SCM_CERTIFICATE_INSTITUTION, draft, false);
  }

  /** Attempt: the network signs something that is no 提供要求. */
  @Test // JN-12
  void aSignedDocumentOfAnotherKindIsRecordedAndNothingIsSent() {
    ProvisionDraft draft = bed.draft(person);
    assertRefusedAside(draft.sign(draft.permit()), ErrorCode.SYM_MESSAGE_TYPE, draft, false);
  }

  /** Attempt: a request for つくば市 lies in the queue of 石巻市. */
  @Test // MS-96
  void aRequestForAnotherInstitutionIsRecordedWithoutItsPersonAndNothingIsSent() {
    ProvisionDraft draft = bed.draft(person);
    draft.provider = TSUKUBA;
    assertRefusedAside(draft.message(), ErrorCode.SYM_DESTINATION, draft, true);
    assertThat(bed.records(draft.number).get(0).linkageCode()).isNull();
  }

  /** Attempt: a request for another intermediate server. */
  @Test
  void aRequestForAnotherSystemIsRecordedAndNothingIsSent() {
    ProvisionDraft draft = bed.draft(person);
    draft.destination = new SystemIdentifier("K000000002");
    assertRefusedAside(draft.message(), ErrorCode.SYM_DESTINATION, draft, true);
  }

  /** Attempt: the 処理通番 of an answered exchange is used for a question about somebody else. */
  @Test // MS-04, JN-12
  void sameNumberWithOtherContentIsRecordedAndTheFirstExchangeStands() {
    ProvisionDraft first = bed.draft(person);
    bed.receive(first.message());
    byte[] answer = bed.outbox(first.number).get(0);
    ProvisionDraft second = bed.draft(bed.person());
    second.number = first.number;
    byte[] message = second.message();
    bed.receive(message);
    bed.receive(message);
    assertThat(bed.outbox(first.number)).containsExactly(answer);
    assertThat(bed.records(first.number))
        .extracting(ProvisionRecord::outcome)
        .containsExactly(RecordOutcome.PROVIDED, RecordOutcome.REFUSED);
    assertThat(bed.records(first.number).get(1).errorCode())
        .isEqualTo(ErrorCode.TKY_REQUEST_CONFLICT.id());
  }

  // -- once

  @Test // MS-74, MS-80
  void tenTimesTheSameIsAnsweredOnce() {
    ProvisionDraft draft = bed.draft(person);
    byte[] message = draft.message();
    for (int i = 0; i < 10; i++) {
      bed.receive(message);
    }
    assertOneAnswerAndOneRecord(draft);
  }

  @Test // MS-80
  void theSameRequestSignedAnewIsStillTheSame() {
    ProvisionDraft draft = bed.draft(person);
    byte[] content = draft.content();
    bed.receive(bed.network.sign(content));
    bed.receive(bed.network.sign(content));
    assertOneAnswerAndOneRecord(draft);
  }

  @Test // MS-74, MS-80
  void tenAtTheSameTimeAreAnsweredOnce() throws InterruptedException, ExecutionException {
    ProvisionDraft draft = bed.draft(person);
    byte[] message = draft.message();
    atTheSameTime(10, () -> message);
    assertOneAnswerAndOneRecord(draft);
  }

  @Test // MS-04
  void ofTenRequestsWithOnePermitIdAtTheSameTimeOneIsAnswered()
      throws InterruptedException, ExecutionException {
    ProvisionDraft first = bed.draft(person);
    List<ProvisionDraft> drafts = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ProvisionDraft draft = bed.draft(person);
      draft.permitId = first.permitId;
      drafts.add(draft);
    }
    var next = drafts.iterator();
    atTheSameTime(10, () -> next.next().message());
    assertThat(drafts)
        .extracting(draft -> String.valueOf(bed.answer(draft.number).errorCode()))
        .containsOnlyOnce("null")
        .filteredOn(code -> !code.equals("null"))
        .hasSize(9)
        .containsOnly(ErrorCode.TKY_PERMIT_REPLAYED.id());
  }

  // -- interrupted

  static Stream<Spoiled> endings() {
    return Stream.of(
        new Spoiled("provided", (on, draft) -> {}, ErrorCode.SYM_INTERNAL),
        new Spoiled(
            "held", (on, draft) -> draft.person = on.person().code(), ErrorCode.SYM_INTERNAL),
        new Spoiled(
            "refused", (on, draft) -> draft.signedPath = () -> null, ErrorCode.SYM_INTERNAL),
        new Spoiled(
            "refused, nothing sent",
            (on, draft) -> draft.provider = TSUKUBA,
            ErrorCode.SYM_INTERNAL));
  }

  /** The database breaks off behind each statement in turn, and before the commit. */
  @ParameterizedTest(name = "{0}") // MS-74, MS-80
  @MethodSource("endings")
  void whatIsKilledAtAnyLineLeavesNothingHalfDoneAndEndsOnceLater(Spoiled ending) {
    ProvisionDraft draft = bed.draft(person);
    ending.defect().accept(bed, draft);
    byte[] message = draft.message();
    Map<String, Long> before = bed.counts();
    int step = 1;
    while (failsAfter(step, message)) {
      assertThat(bed.counts()).as("after step %d", step).isEqualTo(before);
      step++;
    }
    assertThat(step).as("steps that were broken off").isGreaterThan(5);
    bed.dataSource.work();
    bed.receive(message);
    assertThat(bed.records(draft.number)).hasSize(1);
    assertThat(bed.changesSince(before))
        .containsEntry("provision_record", 1L)
        .containsEntry("record_leaf", 1L)
        .containsEntry("communication", 1L);
  }

  private static boolean failsAfter(int step, byte[] message) {
    bed.dataSource.failAfter(step);
    try {
      bed.receive(message);
      return false;
    } catch (RuntimeException brokenOff) {
      return true;
    }
  }

  // -- the list

  @Test // MS-01, MS-02
  void whatIsOutsideThePeriodOfItsEntryIsRefusedAndOnItsLastDayItIsNot() {
    ProvisionBed other = new ProvisionBed();
    Person known = other.person();
    other.replicas.put(known.addressee(), SECRET, ResponseMode.AUTOMATIC, null);
    assertThat(errorOf(other, known)).isEqualTo(ErrorCode.TKY_NO_LIST.id());
    LocalDate today = other.today();
    other.publishList(today.minusDays(9), today.minusDays(1));
    assertThat(errorOf(other, known)).isEqualTo(ErrorCode.TKY_NOT_ON_LIST.id());
    other.publishList(today.plusDays(1), today.plusDays(9));
    assertThat(errorOf(other, known)).isEqualTo(ErrorCode.TKY_NOT_ON_LIST.id());
    other.publishList(today, today);
    assertThat(errorOf(other, known)).isEqualTo("null");
  }

  private static String errorOf(ProvisionBed on, Person known) {
    ProvisionDraft draft = on.draft(known);
    on.receive(draft.message());
    return String.valueOf(on.answer(draft.number).errorCode());
  }

  // -- the role of the server

  @Test // MS-74, MS-96
  void theServersOwnRoleCanTakeNothingBack() {
    bed.receive(heldDraft().message());
    for (String table :
        List.of(
            "provision_record",
            "record_leaf",
            "provision_receipt",
            "used_permit",
            "refused_delivery",
            "approval_case")) {
      for (String statement :
          List.of(
              "update " + table + " set institution_code = institution_code",
              "delete from " + table)) {
        assertThatThrownBy(
                () ->
                    bed.database
                        .transactions()
                        .run(ISHINOMAKI, () -> bed.database.jdbc().sql(statement).update()))
            .as(statement)
            .isInstanceOf(org.springframework.dao.DataAccessException.class);
      }
    }
  }

  // --

  private void assertRefusedAside(
      byte[] message, ErrorCode expected, ProvisionDraft draft, boolean known) {
    Map<String, Long> before = bed.counts();
    bed.receive(message);
    bed.receive(message);
    assertThat(bed.changesSince(before))
        .as("one record, and nothing that could be sent or released")
        .isEqualTo(
            Map.of(
                "refused_delivery", 1L,
                "provision_record", 1L,
                "record_leaf", 1L,
                "communication", 1L));
    ProvisionRecord last =
        bed.records(null).stream().reduce((first, second) -> second).orElseThrow();
    assertThat(last.outcome()).isEqualTo(RecordOutcome.REFUSED);
    assertThat(last.errorCode()).isEqualTo(expected.id());
    assertThat(last.processingNumber()).isEqualTo(known ? draft.number : null);
  }

  private void assertOneAnswerAndOneRecord(ProvisionDraft draft) {
    assertThat(bed.answer(draft.number).envelope()).isNotNull();
    assertThat(bed.records(draft.number))
        .extracting(ProvisionRecord::outcome)
        .containsExactly(RecordOutcome.PROVIDED);
    assertThat(bed.communications(draft.number.value())).hasSize(1);
  }

  private static void atTheSameTime(int times, Supplier<byte[]> messages)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        byte[] message = messages.get();
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

  private static ProvisionDraft heldDraft() {
    return bed.draft(bed.person());
  }

  private static List<ApprovalCase> cases(ProvisionDraft draft) {
    return bed.cases(ISHINOMAKI).stream()
        .filter(waiting -> waiting.processingNumber().equals(draft.number))
        .toList();
  }

  private static ProvidedInformation open(
      ProvisionDraft draft, ProvisionAnswer.Body answer, DecryptionKey key) {
    byte[] content =
        new EnvelopeOpener(key, bed.verifier, bed.clock)
            .open(
                envelope(answer),
                new EnvelopeBinding(
                    draft.number,
                    draft.permitId,
                    MINISTER,
                    key.keyId(),
                    draft.profile,
                    draft.permitExpiresAt),
                ISHINOMAKI)
            .content();
    return XmlDocuments.read(ProvidedInformation.class, content);
  }

  private static byte[] envelope(ProvisionAnswer.Body answer) {
    return java.util.Objects.requireNonNull(answer.envelope());
  }

  private static int indexOf(byte[] whole, byte[] part) {
    return new String(whole, StandardCharsets.ISO_8859_1)
        .indexOf(new String(part, StandardCharsets.ISO_8859_1));
  }
}
