package jp.chukan.gateway.provision;

import static jp.chukan.gateway.provision.ReleaseBed.APPROVER;
import static jp.chukan.gateway.provision.ReleaseBed.BOTH;
import static jp.chukan.gateway.provision.ReleaseBed.COMMENT;
import static jp.chukan.gateway.provision.ReleaseBed.OFFICER;
import static jp.chukan.gateway.provision.ReleaseBed.PURPOSE;
import static jp.chukan.gateway.provision.ReleaseBed.SECOND_OFFICER;
import static jp.chukan.gateway.provision.ReleaseBed.SECRET;
import static jp.chukan.gateway.provision.ReleaseBed.WRITTEN;
import static jp.chukan.gateway.testing.ProvisionDraft.HEAD_FLAG;
import static jp.chukan.gateway.testing.ProvisionDraft.HEAD_NAME;
import static jp.chukan.gateway.testing.ProvisionDraft.MINISTER;
import static jp.chukan.gateway.testing.ProvisionDraft.RELATIONSHIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.approval.ApprovalAction;
import jp.chukan.gateway.approval.ApprovalReason;
import jp.chukan.gateway.approval.ApprovalState;
import jp.chukan.gateway.approval.ApprovalStep;
import jp.chukan.gateway.provision.ProvisionBed.Person;
import jp.chukan.gateway.provision.ReleaseBed.Held;
import jp.chukan.gateway.provision.ReleaseOutcome.ContentChanged;
import jp.chukan.gateway.provision.ReleaseOutcome.Done;
import jp.chukan.gateway.provision.ReleaseOutcome.NotAllowed;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.replica.ReplicaItem;
import jp.chukan.gateway.replica.ReplicaLookup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@DisplayName("承認待ちの案件の提供")
class ReleaseHeldCasesIT {
  private static ReleaseBed bed;
  private static ReleaseDesk desk;

  @BeforeAll
  static void start() {
    bed = new ReleaseBed();
    desk = bed.desk;
  }

  // -- released

  @Test // MS-05, MS-06, MS-07, MU-10
  void whatTwoPeopleReleaseOpensWithTheInquirersKeyAndIsWhatBothHaveSeen() {
    Held held = bed.hold();
    ProvidedInformation seen = bed.providable(held).information();
    assertThat(desk.prepare(OFFICER, held.id(), 0, provide(held)))
        .isEqualTo(new Done(ApprovalState.PREPARED, 1));
    assertThat(bed.provision.outbox(held.draft().number)).isEmpty();
    PreparedContent prepared = Objects.requireNonNull(bed.preview(held).prepared());
    assertThat(prepared.outgoing()).isEqualTo(seen);
    assertThat(prepared.upToDate()).isTrue();
    assertThat(prepared.by()).isEqualTo(OFFICER.user());
    assertThat(desk.approve(APPROVER, held.id(), 1, COMMENT))
        .isEqualTo(new Done(ApprovalState.APPROVED, 2));
    assertThat(bed.provision.open(held.draft())).isEqualTo(seen);
    assertThat(seen.items())
        .extracting(ProvidedInformation.Item::value)
        .containsExactly(
            FakeReplicas.value(HEAD_FLAG, SECRET),
            FakeReplicas.value(HEAD_NAME, SECRET),
            FakeReplicas.value(RELATIONSHIP, SECRET));
    assertThat(bed.facts(held).state()).isEqualTo(ApprovalState.APPROVED);
    assertThat(bed.lastOutcome(held)).isEqualTo("PROVIDED");
  }

  @Test // MS-74, MS-77
  void aReleaseIsRecordedOnTheSamePermitAfterTheHold() {
    Person withheld = bed.provision.person();
    NonDisclosureCode code = new NonDisclosureCode("1");
    bed.provision.replicas.put(withheld.addressee(), SECRET, ResponseMode.APPROVAL_REQUIRED, code);
    Held held = bed.hold(withheld);
    desk.prepare(OFFICER, held.id(), 0, provide(held));
    desk.approve(APPROVER, held.id(), 1, COMMENT);
    assertThat(bed.provision.records(held.draft().number))
        .extracting(
            ProvisionRecord::outcome,
            ProvisionRecord::permitId,
            ProvisionRecord::nonDisclosure,
            ProvisionRecord::errorCode)
        .containsExactly(
            tuple(RecordOutcome.AWAITING_APPROVAL, held.draft().permitId, code, null),
            tuple(RecordOutcome.PROVIDED, held.draft().permitId, code, null));
    assertThat(bed.provision.communications(held.draft().number.value()))
        .as("nothing came a second time")
        .hasSize(1);
  }

  @Test // JN-11, MS-06, MS-77, MU-10
  void bothNamesAndWhatTheyWroteStayWithTheCase() {
    Held held = bed.prepared();
    desk.approve(APPROVER, held.id(), 1, COMMENT);
    assertThat(bed.steps(held))
        .extracting(
            ApprovalStep::versionBefore,
            ApprovalStep::version,
            ApprovalStep::action,
            ApprovalStep::state,
            ApprovalStep::user,
            ApprovalStep::comment,
            ApprovalStep::at)
        .containsExactly(
            tuple(
                0,
                1,
                ApprovalAction.PROVIDE,
                ApprovalState.PREPARED,
                OFFICER.user(),
                COMMENT,
                bed.now()),
            tuple(
                1,
                2,
                ApprovalAction.APPROVE,
                ApprovalState.APPROVED,
                APPROVER.user(),
                COMMENT,
                bed.now()));
  }

  @Test // MS-74, MS-80
  void approvedTwiceItLeavesOnce() {
    Held held = bed.prepared();
    desk.approve(APPROVER, held.id(), 1, COMMENT);
    byte[] answer = bed.provision.outbox(held.draft().number).get(0);
    assertThat(desk.approve(APPROVER, held.id(), 1, COMMENT))
        .isEqualTo(new ReleaseOutcome.Stale(ApprovalState.APPROVED, 2, APPROVER.user(), bed.now()));
    assertThat(desk.approve(APPROVER, held.id(), 2, COMMENT))
        .isEqualTo(new NotAllowed(ErrorCode.TKY_CASE_STATE));
    assertThat(bed.provision.outbox(held.draft().number)).containsExactly(answer);
    assertThat(bed.provision.records(held.draft().number)).hasSize(2);
  }

  // -- seen

  @Test // MS-05, MU-11
  void thePreviewShowsTheBasisTheReasonAndTheReplica() {
    Held held = bed.hold();
    ReleasePreview preview = bed.preview(held);
    assertThat(preview.facts().reason()).isEqualTo(ApprovalReason.FLAGGED);
    assertThat(preview.facts().state().waitsFor()).isEqualTo(OFFICER.roles().iterator().next());
    assertThat(preview.facts().permitExpiresAt()).isEqualTo(held.draft().permitExpiresAt);
    assertThat(preview.basis().inquirer()).isEqualTo(MINISTER);
    assertThat(preview.basis().affair()).isEqualTo(held.draft().affair);
    assertThat(preview.basis().procedure()).isEqualTo(held.draft().procedure);
    assertThat(preview.basis().listVersion()).isPositive();
    assertThat(preview.basis().day()).isEqualTo(bed.provision.today());
    assertThat(preview.basis().permitId()).isEqualTo(held.draft().permitId);
    assertThat(preview.addressee()).isEqualTo(held.person().addressee());
    assertThat(preview.requestedItems()).isEqualTo(held.draft().items);
    assertThat(preview.prepared()).isNull();
    assertThat(bed.providable(held).replica().items())
        .extracting(ReplicaItem::value)
        .contains(FakeReplicas.value(HEAD_NAME, SECRET));
    assertThat(preview.toString()).doesNotContain(SECRET, held.person().addressee().value());
    assertThat(preview.content().toString()).doesNotContain(SECRET);
  }

  @Test // MS-76, MS-77
  void everyLookAndEveryDecisionIsInTheOperationLog() {
    Held held = bed.prepared();
    desk.giveBack(APPROVER, held.id(), 1, COMMENT);
    desk.approve(APPROVER, held.id(), 2, null);
    assertThat(bed.operations(held))
        .extracting(
            row -> row.get("kind"),
            row -> row.get("operation_function"),
            row -> row.get("user_id"),
            row -> row.get("succeeded"),
            row -> row.get("purpose"))
        .containsExactly(
            tuple("VIEW", "approval.look", OFFICER.user().value(), true, PURPOSE.text()),
            tuple("DECISION", "approval.provide", OFFICER.user().value(), true, null),
            tuple("DECISION", "approval.return", APPROVER.user().value(), true, null),
            tuple("DECISION", "approval.approve", APPROVER.user().value(), false, null));
    assertThat(bed.operations(held))
        .extracting(row -> row.get("addressee_number"))
        .containsOnly(held.person().addressee().value());
  }

  @Test // MS-05, MS-76
  void nothingOfThePersonRestsInPlaintextAndNothingThatWasWritten() {
    Held held = bed.prepared();
    desk.giveBack(APPROVER, held.id(), 1, COMMENT);
    desk.prepare(SECOND_OFFICER, held.id(), 2, provide(held));
    desk.approve(APPROVER, held.id(), 3, COMMENT);
    String kept = bed.everythingKept(held);
    assertThat(kept).contains(held.draft().number.value(), OFFICER.user().value());
    for (String personal :
        List.of(SECRET, WRITTEN, held.person().code().value(), held.person().addressee().value())) {
      byte[] bytes = personal.getBytes(StandardCharsets.UTF_8);
      assertThat(kept).doesNotContain(personal, HexFormat.of().formatHex(bytes));
    }
    assertThat(new String(bed.provision.outbox(held.draft().number).get(0), StandardCharsets.UTF_8))
        .doesNotContain(SECRET);
  }

  // -- in part

  @Test // MS-03, MS-14, MU-10
  void anItemThatIsWithheldStandsInItsPlaceWithoutItsValue() {
    Held held = bed.hold();
    ReleaseOutcome outcome =
        desk.prepare(
            OFFICER,
            held.id(),
            0,
            new Preparation.ProvideInPart(bed.seen(held), Set.of(HEAD_NAME), COMMENT));
    assertThat(outcome).isEqualTo(new Done(ApprovalState.PREPARED, 1));
    PreparedContent prepared = Objects.requireNonNull(bed.preview(held).prepared());
    assertThat(prepared.withheld()).containsExactly(HEAD_NAME);
    desk.approve(APPROVER, held.id(), 1, null);
    ProvidedInformation provided = bed.provision.open(held.draft());
    assertThat(provided).isEqualTo(prepared.outgoing());
    assertThat(provided.items())
        .extracting(ProvidedInformation.Item::code, ProvidedInformation.Item::value)
        .containsExactly(
            tuple(HEAD_FLAG, FakeReplicas.value(HEAD_FLAG, SECRET)),
            tuple(HEAD_NAME, null),
            tuple(RELATIONSHIP, FakeReplicas.value(RELATIONSHIP, SECRET)));
  }

  @Test // MS-14
  void whatAnAnswerMustHoldOrNobodyAskedForCannotBeWithheld() {
    Held held = bed.hold();
    for (Set<ItemCode> withheld :
        List.of(
            Set.of(HEAD_FLAG),
            Set.<ItemCode>of(),
            Set.of(HEAD_FLAG, HEAD_NAME, RELATIONSHIP),
            Set.of(HEAD_NAME, new ItemCode("TK00000000000199")))) {
      assertThat(
              desk.prepare(
                  OFFICER,
                  held.id(),
                  0,
                  new Preparation.ProvideInPart(bed.seen(held), withheld, COMMENT)))
          .isEqualTo(new NotAllowed(ErrorCode.TKY_CASE_ITEM));
    }
    assertThat(bed.facts(held).version()).isZero();
  }

  // -- refused, returned, asked back

  @Test // MS-06, MS-74, MU-10
  void aRefusalTakesTwoPeopleAsWellAndTellsTheInquirerNothingMore() {
    Held held = bed.hold();
    desk.prepare(OFFICER, held.id(), 0, new Preparation.Refuse(COMMENT));
    assertThat(bed.provision.outbox(held.draft().number)).isEmpty();
    assertThat(desk.approve(APPROVER, held.id(), 1, null))
        .isEqualTo(new Done(ApprovalState.DECLINED, 2));
    assertThat(bed.provision.answer(held.draft().number).envelope()).isNull();
    assertThat(bed.provision.answer(held.draft().number).errorCode())
        .isEqualTo(ErrorCode.TKY_NOT_PROVIDED.id());
    assertThat(bed.provision.records(held.draft().number))
        .extracting(ProvisionRecord::outcome, ProvisionRecord::errorCode, ProvisionRecord::permitId)
        .containsExactly(
            tuple(RecordOutcome.AWAITING_APPROVAL, null, held.draft().permitId),
            tuple(RecordOutcome.REFUSED, ErrorCode.TKY_NOT_PROVIDED.id(), held.draft().permitId));
    assertThat(bed.lastOutcome(held)).isEqualTo("REFUSED");
    assertThat(bed.steps(held))
        .extracting(ApprovalStep::action, ApprovalStep::user)
        .containsExactly(
            tuple(ApprovalAction.REFUSE, OFFICER.user()),
            tuple(ApprovalAction.DECLINE, APPROVER.user()));
  }

  @Test // MU-10
  void whatIsReturnedOrAskedBackAboutWaitsAgainWithWhatWasWritten() {
    Held held = bed.prepared();
    assertThat(desk.giveBack(APPROVER, held.id(), 1, COMMENT))
        .isEqualTo(new Done(ApprovalState.AWAITING, 2));
    assertThat(desk.approve(APPROVER, held.id(), 2, null))
        .isEqualTo(new NotAllowed(ErrorCode.TKY_CASE_STATE));
    assertThat(desk.askBack(OFFICER, held.id(), 2, COMMENT))
        .isEqualTo(new Done(ApprovalState.AWAITING, 3));
    ReleasePreview preview = bed.preview(held);
    assertThat(preview.prepared()).isNull();
    assertThat(preview.steps())
        .extracting(ApprovalStep::action, ApprovalStep::comment)
        .containsExactly(
            tuple(ApprovalAction.PROVIDE, COMMENT),
            tuple(ApprovalAction.RETURN, COMMENT),
            tuple(ApprovalAction.ASK_BACK, COMMENT));
    assertThat(bed.provision.outbox(held.draft().number)).isEmpty();
  }

  /** Who prepared what was returned is a second person again when another has prepared anew. */
  @Test // MS-06
  void whoPreparedWhatWasReturnedMayApproveWhatAnotherPrepared() {
    Held held = bed.hold();
    desk.prepare(BOTH, held.id(), 0, provide(held));
    desk.giveBack(APPROVER, held.id(), 1, COMMENT);
    desk.prepare(OFFICER, held.id(), 2, provide(held));
    assertThat(desk.approve(BOTH, held.id(), 3, COMMENT))
        .isEqualTo(new Done(ApprovalState.APPROVED, 4));
  }

  // -- nothing there that could leave

  @ParameterizedTest // MS-07
  @EnumSource(value = ApprovalReason.class, mode = Mode.EXCLUDE, names = "FLAGGED")
  void withoutAFittingReplicaItCanOnlyBeRefusedOrAskedBackAboutUntilThereIsOne(
      ApprovalReason reason) {
    Person person = bed.provision.person();
    if (reason == ApprovalReason.LAYOUT_MISMATCH) {
      bed.provision.replicas.put(person.addressee(), new ReplicaLookup.LayoutMismatch(HEAD_NAME));
    }
    Held held = bed.hold(person);
    assertThat(bed.preview(held).facts().reason()).isEqualTo(reason);
    assertThat(bed.preview(held).content())
        .isEqualTo(
            reason == ApprovalReason.NO_REPLICA
                ? new ReleasableContent.NotRegistered()
                : new ReleasableContent.LayoutMismatch(HEAD_NAME));
    ContentDigest guessed = ContentDigest.of(new byte[0]);
    assertThat(desk.prepare(OFFICER, held.id(), 0, new Preparation.Provide(guessed, COMMENT)))
        .isEqualTo(new NotAllowed(ErrorCode.TKY_CASE_NO_CONTENT));
    assertThat(desk.askBack(OFFICER, held.id(), 0, COMMENT))
        .isEqualTo(new Done(ApprovalState.AWAITING, 1));
    bed.register(person, SECRET);
    desk.prepare(OFFICER, held.id(), 1, provide(held));
    desk.approve(APPROVER, held.id(), 2, null);
    assertThat(bed.provision.open(held.draft()).items()).hasSize(3);
  }

  @Test // MS-07
  void withoutAReplicaItCanBeRefused() {
    Held held = bed.hold(bed.provision.person());
    desk.prepare(OFFICER, held.id(), 0, new Preparation.Refuse(COMMENT));
    assertThat(desk.approve(APPROVER, held.id(), 1, null))
        .isEqualTo(new Done(ApprovalState.DECLINED, 2));
  }

  // -- changed meanwhile

  @Test // MS-05, MS-06
  void whenTheReplicaHasChangedSinceItWasPreparedNothingLeaves() {
    Held held = bed.prepared();
    bed.register(held.person(), "別の架空の世帯");
    assertThat(Objects.requireNonNull(bed.preview(held).prepared()).upToDate()).isFalse();
    assertThat(desk.approve(APPROVER, held.id(), 1, COMMENT))
        .isEqualTo(new ContentChanged(ApprovalState.AWAITING, 2));
    assertThat(bed.provision.outbox(held.draft().number)).isEmpty();
    assertThat(bed.provision.records(held.draft().number)).hasSize(1);
    assertThat(bed.steps(held))
        .extracting(ApprovalStep::action, ApprovalStep::user)
        .endsWith(tuple(ApprovalAction.LAPSE, null));
    desk.prepare(OFFICER, held.id(), 2, provide(held));
    desk.approve(APPROVER, held.id(), 3, COMMENT);
    assertThat(bed.provision.open(held.draft()).items().get(0).value()).contains("別の");
  }

  @Test // MS-05
  void whenTheReplicaHasChangedSinceItWasSeenNothingIsPrepared() {
    Held held = bed.hold();
    Preparation onWhatWasSeen = provide(held);
    bed.register(held.person(), "別の架空の世帯");
    assertThat(desk.prepare(OFFICER, held.id(), 0, onWhatWasSeen))
        .isEqualTo(new ContentChanged(ApprovalState.AWAITING, 0));
    assertThat(bed.steps(held)).isEmpty();
  }

  @Test // MS-01, MS-02, MS-05
  void whatTodaysListNoLongerPermitsDoesNotLeave() {
    Held waiting = bed.hold();
    Preparation onWhatWasSeen = provide(waiting);
    Held prepared = bed.prepared();
    LocalDate yesterday = bed.provision.today().minusDays(1);
    try {
      bed.provision.publishList(yesterday, yesterday);
      assertThat(bed.preview(waiting).content())
          .isEqualTo(new ReleasableContent.NotPermitted(ErrorCode.TKY_NOT_ON_LIST));
      assertThat(bed.preview(waiting).basis().listVersion()).isNull();
      assertThat(desk.prepare(OFFICER, waiting.id(), 0, onWhatWasSeen))
          .isEqualTo(new NotAllowed(ErrorCode.TKY_NOT_ON_LIST));
      assertThat(desk.approve(APPROVER, prepared.id(), 1, COMMENT))
          .isEqualTo(new ContentChanged(ApprovalState.AWAITING, 2));
      assertThat(bed.provision.outbox(prepared.draft().number)).isEmpty();
    } finally {
      bed.permitEverything();
    }
  }

  private static Preparation provide(Held held) {
    return new Preparation.Provide(bed.seen(held), COMMENT);
  }
}
