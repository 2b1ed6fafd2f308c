package jp.chukan.gateway.correction;

import static jp.chukan.gateway.correction.CorrectionBed.APPROVER;
import static jp.chukan.gateway.correction.CorrectionBed.AUDITOR;
import static jp.chukan.gateway.correction.CorrectionBed.CHECKER;
import static jp.chukan.gateway.correction.CorrectionBed.DEPARTMENT;
import static jp.chukan.gateway.correction.CorrectionBed.ENTERER;
import static jp.chukan.gateway.correction.CorrectionBed.OPERATOR;
import static jp.chukan.gateway.correction.CorrectionBed.PURPOSE;
import static jp.chukan.gateway.correction.CorrectionBed.REASON;
import static jp.chukan.gateway.correction.CorrectionBed.SECOND_CHECKER;
import static jp.chukan.gateway.correction.CorrectionBed.THIRD_CHECKER;
import static jp.chukan.gateway.correction.CorrectionBed.both;
import static jp.chukan.gateway.correction.CorrectionBed.done;
import static jp.chukan.gateway.correction.CorrectionBed.entry;
import static jp.chukan.gateway.correction.CorrectionBed.staff;
import static jp.chukan.gateway.correction.CorrectionBed.withoutPasskey;
import static jp.chukan.gateway.replica.TestReplicas.HEAD_NAME;
import static jp.chukan.gateway.replica.TestReplicas.HOUSEHOLD;
import static jp.chukan.gateway.replica.TestReplicas.IS_HEAD;
import static jp.chukan.gateway.replica.TestReplicas.RELATION;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.correction.CorrectionOutcome.Denied;
import jp.chukan.gateway.correction.CorrectionOutcome.Invalid;
import jp.chukan.gateway.correction.CorrectionOutcome.Lapsed;
import jp.chukan.gateway.correction.CorrectionOutcome.NotAllowed;
import jp.chukan.gateway.correction.CorrectionOutcome.Stale;
import jp.chukan.gateway.correction.CorrectionOutcome.Unknown;
import jp.chukan.gateway.correction.WantedChange.Correct;
import jp.chukan.gateway.correction.WantedChange.Delete;
import jp.chukan.gateway.correction.WantedChange.Register;
import jp.chukan.gateway.correction.WantedChange.SetResponseMode;
import jp.chukan.gateway.replica.ReplicaSnapshot;
import jp.chukan.gateway.replica.TestReplicas;
import jp.chukan.gateway.staff.GrantedFunction;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("端末からの副本の登録・訂正・削除")
class CorrectReplicasIT {
  private static CorrectionBed bed;

  @BeforeAll
  static void start() {
    bed = new CorrectionBed();
  }

  private static CorrectionDesk desk() {
    return bed.desk;
  }

  @Test // MS-54, MS-55, JN-38
  @DisplayName("承認により初めて訂正が有効になる")
  void aCorrectionTakesEffectWithItsApprovalAndNotBefore() {
    String person = bed.person("架空 次郎");
    ReceptionNumber number = bed.checked(bed.headName(person, "架空 三郎"));
    assertThat(bed.replicas.answer(person)).containsEntry(HEAD_NAME, "架空 次郎");

    assertThat(done(desk().approve(APPROVER, number, 3, null)).state())
        .isEqualTo(ProposalState.APPROVED);

    assertThat(bed.replicas.answer(person))
        .containsEntry(HEAD_NAME, "架空 三郎")
        .containsEntry(IS_HEAD, "0")
        .containsEntry(RELATION, "子");
    ReplicaSnapshot stored = bed.replicas.stored(person).orElseThrow();
    assertThat(stored.source()).isEqualTo(number);
    assertThat(stored.recordNumber().value()).isEqualTo("HAND-" + number.value());
    assertThat(stored.publishedFrom()).isEqualTo(LocalDate.of(2026, 10, 1));
  }

  @Test // MS-55
  @DisplayName("訂正前後の値が残る")
  void beforeAndAfterAreKeptForGood() {
    String person = bed.person("架空 次郎");
    ReceptionNumber number = bed.checked(bed.headName(person, "架空 三郎"));
    done(desk().approve(APPROVER, number, 3, REASON));
    ProposalView.Shown shown = bed.shown(number);
    assertThat(bed.before(number).items()).containsEntry(HEAD_NAME, "架空 次郎");
    assertThat(bed.after(number).items()).containsEntry(HEAD_NAME, "架空 三郎");
    assertThat(shown.steps())
        .extracting(step -> step.action() + " " + step.user() + " " + step.role())
        .containsExactly(
            "ENTER tantou-01 OFFICER",
            "CONFIRM tantou-02 OFFICER",
            "CONFIRM kakari-01 APPROVER",
            "APPROVE kachou-01 APPROVER");
    assertThat(shown.steps().getFirst().comment()).isEqualTo(REASON);
    assertThat(shown.possible()).isEmpty();
    assertThatThrownBy(
            () ->
                bed.database
                    .transactions()
                    .run(
                        ENTERER.institution(),
                        () ->
                            bed.database
                                .jdbc()
                                .sql("update replica_proposal_step set comment = null")
                                .update()))
        .hasStackTraceContaining("permission denied");
  }

  @Test // MS-55, JN-02
  void nothingOfThePersonRestsInPlaintext() {
    String person = bed.person("架空 次郎");
    bed.checked(bed.headName(person, "架空 三郎"));
    assertThat(bed.everythingKept())
        .contains("tantou-01")
        .doesNotContain(person)
        .doesNotContain("架空")
        .doesNotContain(HexFormat.of().formatHex("架空".getBytes(StandardCharsets.UTF_8)));
  }

  @Test // MS-76, JN-38, JN-18
  @DisplayName("すべての操作が操作ログに残る")
  void everyStepIsInTheOperationLog() {
    String person = bed.person("架空 次郎");
    ReceptionNumber number = bed.checked(bed.headName(person, "架空 三郎"));
    desk().approve(CHECKER, number, 3, null);
    desk().show(APPROVER, number, PURPOSE);
    done(desk().approve(APPROVER, number, 3, null));
    assertThat(bed.operations(number))
        .containsExactly(
            "DECISION correction.enter t tantou-01 " + person,
            "DECISION correction.confirm t tantou-02 " + person,
            "DECISION correction.confirm t kakari-01 " + person,
            "DECISION correction.approve f tantou-02 " + person,
            "VIEW correction.look t kachou-01 " + person + " 副本の訂正",
            "DECISION correction.approve t kachou-01 " + person);
  }

  @Test // MS-54, MS-50
  @DisplayName("新しい副本の登録")
  void aNewReplicaIsRegistered() {
    String person = bed.freshAddressee();
    ReceptionNumber number = bed.checked(entry(person, household("架空 四郎")));
    assertThat(bed.replicas.answer(person)).isEmpty();
    done(desk().approve(APPROVER, number, 3, null));
    assertThat(bed.replicas.answer(person)).containsEntry(HEAD_NAME, "架空 四郎");
    assertThat(bed.replicas.stored(person).orElseThrow().edition().value()).isEqualTo("2");
    assertThat(bed.replicas.waitsForPeople(person)).isTrue();
    assertThat(desk().enter(ENTERER, entry(person, household("架空 五郎"))))
        .isEqualTo(new NotAllowed(ErrorCode.DBM_REPLICA_EXISTS));
  }

  private static Register household(String name) {
    return new Register(
        LocalDate.of(2026, 10, 1),
        null,
        ResponseMode.APPROVAL_REQUIRED,
        Map.of(IS_HEAD, "0", HEAD_NAME, name, RELATION, "子"));
  }

  @Test // MS-63
  @DisplayName("副本の削除は団体の職員だけができる")
  void aReplicaIsDeletedByStaffOfTheInstitution() {
    String person = bed.person("架空 次郎");
    ReceptionNumber number = bed.checked(entry(person, new Delete(bed.seen(person))));
    assertThat(bed.replicas.answer(person)).isNotEmpty();
    done(desk().approve(APPROVER, number, 3, null));
    assertThat(bed.replicas.stored(person)).isEmpty();
    assertThat(bed.before(number).items()).containsEntry(HEAD_NAME, "架空 次郎");
    assertThat(
            desk().enter(ENTERER, entry(person, new Delete(new RecordIdentificationNumber("x")))))
        .isEqualTo(new NotAllowed(ErrorCode.DBM_REPLICA_ABSENT));
  }

  @Test // MS-05
  @DisplayName("自動応答不可フラグの変更")
  void theFlagIsSetAndLifted() {
    String person = bed.person("架空 次郎");
    assertThat(desk().enter(ENTERER, flag(person, ResponseMode.AUTOMATIC)))
        .isEqualTo(new NotAllowed(ErrorCode.DBM_PROPOSAL_NO_CHANGE));
    approved(flag(person, ResponseMode.APPROVAL_REQUIRED));
    assertThat(bed.replicas.waitsForPeople(person)).isTrue();
    assertThat(bed.replicas.answer(person)).containsEntry(HEAD_NAME, "架空 次郎");
    approved(flag(person, ResponseMode.AUTOMATIC));
    assertThat(bed.replicas.waitsForPeople(person)).isFalse();
  }

  private static Entry flag(String person, ResponseMode mode) {
    return entry(person, new SetResponseMode(bed.seen(person), mode));
  }

  private static void approved(Entry entry) {
    done(desk().approve(APPROVER, bed.checked(entry), 3, null));
  }

  @Test // MS-56
  @DisplayName("手による訂正の後も到着順の規則が働く")
  void anOlderMessageDoesNotUndoACorrectionAndANewerOneReplacesIt() {
    String person = bed.person("架空 次郎");
    approved(bed.headName(person, "架空 三郎"));
    assertThat(bed.replicas.register("OLD-" + person, person, "架空 次郎"))
        .contains("DBM_STALE_UPDATE");
    assertThat(bed.replicas.answer(person)).containsEntry(HEAD_NAME, "架空 三郎");
    assertThat(bed.replicas.registerLater("NEW-" + person, person, "架空 六郎")).isEmpty();
    assertThat(bed.replicas.answer(person)).containsEntry(HEAD_NAME, "架空 六郎");
  }

  @Test // MS-54, MU-13
  @DisplayName("申請者は確認も承認もできない")
  void whoEnteredNeitherChecksNorApproves() {
    String person = bed.person("架空 次郎");
    ReceptionNumber number = done(desk().enter(both(), bed.headName(person, "架空 三郎"))).number();
    assertThat(desk().confirm(both(), number, 1, null)).isEqualTo(samePerson());
    assertThat(desk().giveBack(both(), number, 1, REASON)).isEqualTo(samePerson());
    done(desk().confirm(CHECKER, number, 1, null));
    assertThat(desk().confirm(both(), number, 2, null)).isEqualTo(samePerson());
    done(desk().confirm(SECOND_CHECKER, number, 2, null));
    assertThat(desk().approve(both(), number, 3, null)).isEqualTo(samePerson());
    assertThat(bed.replicas.answer(person)).containsEntry(HEAD_NAME, "架空 次郎");
  }

  @Test // MS-54, MU-13
  @DisplayName("一人で二回の確認はできない")
  void onePersonDoesNotCheckTwice() {
    ReceptionNumber number = bed.entered(bed.headName(bed.person("架空 次郎"), "架空 三郎"));
    done(desk().confirm(CHECKER, number, 1, null));
    assertThat(desk().confirm(CHECKER, number, 2, null)).isEqualTo(samePerson());
    assertThat(bed.state(number)).isEqualTo(ProposalState.CHECKED_ONCE);
  }

  @Test // MS-54, MU-13
  @DisplayName("確認した者は承認できない")
  void whoCheckedDoesNotApprove() {
    String person = bed.person("架空 次郎");
    ReceptionNumber number = bed.checked(bed.headName(person, "架空 三郎"));
    assertThat(desk().approve(SECOND_CHECKER, number, 3, null)).isEqualTo(samePerson());
    assertThat(desk().giveBack(SECOND_CHECKER, number, 3, REASON)).isEqualTo(samePerson());
    assertThat(bed.replicas.answer(person)).containsEntry(HEAD_NAME, "架空 次郎");
  }

  @Test // MS-54
  @DisplayName("確認が二人に満たなければ承認できない")
  void oneCheckIsNotEnough() {
    ReceptionNumber number = bed.entered(bed.headName(bed.person("架空 次郎"), "架空 三郎"));
    assertThat(desk().approve(APPROVER, number, 1, null))
        .isEqualTo(new NotAllowed(ErrorCode.DBM_PROPOSAL_STATE));
    done(desk().confirm(CHECKER, number, 1, null));
    assertThat(desk().approve(APPROVER, number, 2, null))
        .isEqualTo(new NotAllowed(ErrorCode.DBM_PROPOSAL_STATE));
  }

  @Test // MS-54, MU-13
  @DisplayName("データベースも職員の兼任を拒む")
  void theDatabaseRefusesAnApprovalWithoutTwoOthersToo() {
    ReceptionNumber number = bed.entered(bed.headName(bed.person("架空 次郎"), "架空 三郎"));
    assertThatThrownBy(() -> step(number, 2, "APPROVE", "kachou-01", "APPROVED"))
        .hasMessageContaining("two persons check");
    assertThatThrownBy(() -> step(number, 2, "CONFIRM", "tantou-01", "CHECKED_ONCE"))
        .hasMessageContaining("does not decide");
  }

  private static void step(
      ReceptionNumber number, int version, String action, String user, String state) {
    bed.database
        .transactions()
        .run(
            ENTERER.institution(),
            () -> {
              bed.database
                  .jdbc()
                  .sql(
                      """
                      insert into replica_proposal_step (institution_code, proposal_number, version,
                        action, state, user_id, department_code, role, occurred_at)
                      values (?, ?, ?, ?, ?, ?, 'D1', 'APPROVER', now())
                      """)
                  .params(
                      ENTERER.institution().value(), number.value(), version, action, state, user)
                  .update();
              bed.database
                  .jdbc()
                  .sql(
                      "update replica_proposal set state = ?, version = ? where proposal_number = ?")
                  .params(state, version, number.value())
                  .update();
            });
  }

  @Test // JN-20
  @DisplayName("承認にはパスキーが必要")
  void anApproverWithoutPasskeyApprovesNothing() {
    ReceptionNumber number = bed.checked(bed.headName(bed.person("架空 次郎"), "架空 三郎"));
    assertThat(desk().approve(withoutPasskey(APPROVER), number, 3, null))
        .isEqualTo(new NotAllowed(ErrorCode.DBM_PROPOSAL_PASSKEY));
    assertThat(desk().approve(withoutPasskey(both()), number, 3, null))
        .isEqualTo(new NotAllowed(ErrorCode.DBM_PROPOSAL_PASSKEY));
  }

  static Stream<Arguments> strangers() {
    return Stream.of(
        Arguments.of(OPERATOR, ErrorCode.DBM_PROPOSAL_ROLE),
        Arguments.of(AUDITOR, ErrorCode.DBM_PROPOSAL_ROLE),
        Arguments.of(staff("kanri-01", StaffRole.ADMINISTRATOR), ErrorCode.DBM_PROPOSAL_ROLE),
        Arguments.of(
            staff("tantou-99", StaffRole.OFFICER, StaffRole.APPROVER),
            ErrorCode.DBM_PROPOSAL_NOT_GRANTED));
  }

  @ParameterizedTest // MS-63, MS-93, MS-11
  @MethodSource("strangers")
  @DisplayName("運用事業者などは副本を扱えない")
  void whoMayNotNeitherLooksNorEntersNorDecides(StaffIdentity who, ErrorCode code) {
    String person = bed.person("架空 次郎");
    ReceptionNumber number = bed.checked(bed.headName(person, "架空 三郎"));
    NotAllowed refused = new NotAllowed(code);
    assertThat(desk().look(who, new UnifiedAddresseeNumber(person), HOUSEHOLD, PURPOSE))
        .isEqualTo(refused);
    assertThat(desk().enter(who, entry(person, new Delete(bed.seen(person))))).isEqualTo(refused);
    assertThat(desk().show(who, number, PURPOSE)).isEqualTo(refused);
    assertThat(desk().approve(who, number, 3, null)).isEqualTo(refused);
    assertThat(desk().withdraw(who, number, 3, null)).isEqualTo(refused);
    assertThat(desk().find(who, number)).isEmpty();
    assertThat(desk().page(who, true, 0, 10)).isEmpty();
    assertThat(desk().waitingFor(who)).isZero();
    assertThat(desk().informationOf(who)).isEmpty();
  }

  @Test // MS-23
  void aGrantToInquireIsNoneForReplicas() {
    String person = bed.person("架空 次郎");
    bed.grantAll(GrantedFunction.INQUIRY);
    try {
      assertThat(desk().enter(ENTERER, bed.headName(person, "架空 三郎")))
          .isEqualTo(new NotAllowed(ErrorCode.DBM_PROPOSAL_NOT_GRANTED));
    } finally {
      bed.grantAll(GrantedFunction.PROVISION);
    }
  }

  @Test // JN-09
  @DisplayName("登録部署の定めは端末にも及ぶ")
  void anInformationReservedForAnotherDepartmentIsNotTouched() {
    String person = bed.person("架空 次郎");
    CorrectionDesk reserved =
        TestCorrections.on(bed.replicas, bed.replicas.reservedFor(new DepartmentCode("9999")));
    assertThat(reserved.enter(ENTERER, bed.headName(person, "架空 三郎")))
        .isEqualTo(new NotAllowed(ErrorCode.DBM_PROPOSAL_NOT_GRANTED));
    CorrectionDesk own = TestCorrections.on(bed.replicas, bed.replicas.reservedFor(DEPARTMENT));
    done(own.enter(ENTERER, bed.headName(person, "架空 三郎")));
  }

  @Test // MS-55, MS-56
  @DisplayName("申請後に電文で変わった副本には承認が効かない")
  void aMessageInBetweenSendsTheProposalBack() {
    String person = bed.person("架空 次郎");
    ReceptionNumber number = bed.checked(bed.headName(person, "架空 三郎"));
    assertThat(bed.replicas.register("MID-" + person, person, "架空 七郎")).isEmpty();
    assertThat(bed.shown(number).isOvertaken()).isTrue();

    assertThat(desk().approve(APPROVER, number, 3, null))
        .isEqualTo(new Lapsed(ErrorCode.DBM_REPLICA_CHANGED, ProposalState.RETURNED, 4));

    assertThat(bed.replicas.answer(person)).containsEntry(HEAD_NAME, "架空 七郎");
    assertThat(bed.shown(number).steps().getLast().action()).isEqualTo(ProposalAction.LAPSE);
    done(desk().revise(ENTERER, number, 4, bed.headName(person, "架空 三郎")));
    done(desk().confirm(CHECKER, number, 5, null));
    done(desk().confirm(SECOND_CHECKER, number, 6, null));
    done(desk().approve(APPROVER, number, 7, null));
    assertThat(bed.replicas.answer(person)).containsEntry(HEAD_NAME, "架空 三郎");
  }

  @Test // MS-55
  void theSameContentByAnotherMessageIsAnotherReplicaToo() {
    String person = bed.person("架空 次郎");
    ReceptionNumber number = bed.checked(bed.headName(person, "架空 三郎"));
    bed.replicas.register("SAME-" + person, person, "架空 次郎");
    assertThat(desk().approve(APPROVER, number, 3, null)).isInstanceOf(Lapsed.class);
  }

  @Test // MS-55
  void aReplicaThatIsGoneIsNotCorrectedAndOneThatCameIsNotRegistered() {
    String gone = bed.person("架空 次郎");
    ReceptionNumber correction = bed.checked(bed.headName(gone, "架空 三郎"));
    String came = bed.freshAddressee();
    ReceptionNumber registration = bed.checked(entry(came, household("架空 四郎")));
    assertThat(bed.replicas.delete("DEL-" + gone, gone)).isEmpty();
    assertThat(bed.replicas.register("CAME-" + came, came, "架空 八郎")).isEmpty();
    assertThat(desk().approve(APPROVER, correction, 3, null)).isInstanceOf(Lapsed.class);
    assertThat(desk().approve(APPROVER, registration, 3, null)).isInstanceOf(Lapsed.class);
    assertThat(bed.replicas.stored(gone)).isEmpty();
    assertThat(bed.replicas.answer(came)).containsEntry(HEAD_NAME, "架空 八郎");
  }

  @Test // MS-51, MS-54
  void whatNoMessageCouldRegisterByNowGoesBackAtTheApproval() {
    String person = bed.person("架空 次郎");
    bed.replicas.registerChild("CHILD-" + person, person, "2");
    var child = TestReplicas.key(person, "2");
    Entry entry =
        new Entry(
            child,
            new Correct(
                new RecordIdentificationNumber("CHILD-" + person),
                LocalDate.of(2026, 10, 1),
                null,
                Map.of(HEAD_NAME, "架空 三郎")),
            REASON);
    ReceptionNumber number = bed.checked(entry);
    assertThat(bed.replicas.delete("DEL-" + person, person)).isEmpty();
    assertThat(desk().approve(APPROVER, number, 3, null))
        .isEqualTo(new Lapsed(ErrorCode.DBM_PARENT_RECORD, ProposalState.RETURNED, 4));
  }

  @Test
  void whatWasSeenMustStillBeStoredWhenItIsEntered() {
    String person = bed.person("架空 次郎");
    Entry entry = bed.headName(person, "架空 三郎");
    bed.replicas.register("MID-" + person, person, "架空 七郎");
    assertThat(desk().enter(ENTERER, entry))
        .isEqualTo(new NotAllowed(ErrorCode.DBM_REPLICA_CHANGED));
  }

  static Stream<Arguments> invalid() {
    return Stream.of(
        Arguments.of(Map.of(IS_HEAD, "7"), ErrorCode.DBM_ITEM_FORM, IS_HEAD.value()),
        Arguments.of(
            Map.of(HEAD_NAME, "あ".repeat(101)), ErrorCode.DBM_ITEM_FORM, HEAD_NAME.value()),
        Arguments.of(
            Map.of(HEAD_NAME, "1234 5678 9018"),
            ErrorCode.DBM_INDIVIDUAL_NUMBER,
            HEAD_NAME.value()),
        Arguments.of(Map.of(IS_HEAD, "1"), ErrorCode.DBM_ITEM_COMBINATION, HEAD_NAME.value()),
        Arguments.of(
            Map.of(new ItemCode("TK00000000000199"), "x"),
            ErrorCode.DBM_ITEM_OUTSIDE_LAYOUT,
            "TK00000000000199"));
  }

  @ParameterizedTest // MS-14, MS-31, MS-45, MS-51, JN-05
  @MethodSource("invalid")
  @DisplayName("電文と同じ検査で値が拒まれる")
  void whatAMessageCouldNotBringIsNotEntered(
      Map<ItemCode, String> items, ErrorCode code, String element) {
    String person = bed.person("架空 次郎");
    assertThat(
            desk()
                .enter(
                    ENTERER,
                    bed.correction(person, new HashMap<ItemCode, @Nullable String>(items))))
        .isEqualTo(new Invalid(Refusal.at(code, element)));
  }

  @Test // MS-51
  void requiredItemsAndSoundDaysAreDemanded() {
    String person = bed.person("架空 次郎");
    Map<ItemCode, @Nullable String> none = new HashMap<ItemCode, @Nullable String>();
    none.put(IS_HEAD, null);
    assertThat(desk().enter(ENTERER, bed.correction(person, none)))
        .isEqualTo(new Invalid(Refusal.at(ErrorCode.SYM_MISSING_ELEMENT, IS_HEAD.value())));
    assertThat(
            desk()
                .enter(
                    ENTERER,
                    entry(
                        person,
                        new Correct(
                            bed.seen(person),
                            LocalDate.of(2026, 10, 1),
                            LocalDate.of(2026, 9, 1),
                            Map.of()))))
        .isEqualTo(new Invalid(Refusal.at(ErrorCode.DBM_PERIOD, "PublishedEndDate")));
    assertThat(desk().enter(ENTERER, bed.correction(person, Map.of())))
        .isEqualTo(new NotAllowed(ErrorCode.DBM_PROPOSAL_NO_CHANGE));
  }

  @Test // MS-31, MS-45
  void aKeyLikeAnIndividualNumberIsRefused() {
    assertThatThrownBy(
            () -> new Entry(TestReplicas.key("1", "123456789018"), household("架空"), REASON))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.DBM_INDIVIDUAL_NUMBER));
  }

  @Test // MS-96
  @DisplayName("他団体の申請は見えない")
  void aProposalOfAnotherInstitutionIsUnknown() {
    ReceptionNumber number = bed.checked(bed.headName(bed.person("架空 次郎"), "架空 三郎"));
    StaffIdentity foreign =
        new StaffIdentity(TSUKUBA, APPROVER.user(), DEPARTMENT, Set.of(StaffRole.APPROVER), true);
    assertThat(desk().approve(foreign, number, 3, null)).isEqualTo(new Unknown());
    assertThat(desk().show(foreign, number, PURPOSE)).isEqualTo(new Unknown());
    assertThat(desk().find(foreign, number)).isEmpty();
  }

  @Test // MS-54
  @DisplayName("差戻しの後は確認をやり直す")
  void whatWasGivenBackIsEnteredAndCheckedAnew() {
    String person = bed.person("架空 次郎");
    ReceptionNumber number = bed.checked(bed.headName(person, "架空 三郎"));
    assertThat(desk().waitingFor(APPROVER)).isPositive();
    done(desk().giveBack(APPROVER, number, 3, REASON));
    assertThat(desk().revise(THIRD_CHECKER, number, 4, bed.headName(person, "架空 九郎")))
        .isEqualTo(new NotAllowed(ErrorCode.DBM_PROPOSAL_NOT_ENTERER));
    done(desk().revise(ENTERER, number, 4, bed.headName(person, "架空 九郎")));
    assertThat(bed.state(number)).isEqualTo(ProposalState.ENTERED);
    done(desk().confirm(APPROVER, number, 5, null));
    done(desk().confirm(CHECKER, number, 6, null));
    assertThat(desk().approve(APPROVER, number, 7, null)).isEqualTo(samePerson());
    done(desk().approve(SECOND_CHECKER, number, 7, null));
    assertThat(bed.replicas.answer(person)).containsEntry(HEAD_NAME, "架空 九郎");
  }

  @Test
  void whoEnteredWithdrawsAndNobodyElse() {
    ReceptionNumber number = bed.checked(bed.headName(bed.person("架空 次郎"), "架空 三郎"));
    assertThat(desk().withdraw(CHECKER, number, 3, null))
        .isEqualTo(new NotAllowed(ErrorCode.DBM_PROPOSAL_NOT_ENTERER));
    done(desk().withdraw(ENTERER, number, 3, null));
    assertThat(desk().approve(APPROVER, number, 4, null))
        .isEqualTo(new NotAllowed(ErrorCode.DBM_PROPOSAL_STATE));
  }

  @Test // MS-54
  void whoHasSeenAnOlderVersionDecidesNothing() {
    ReceptionNumber number = bed.entered(bed.headName(bed.person("架空 次郎"), "架空 三郎"));
    done(desk().confirm(CHECKER, number, 1, null));
    assertThat(desk().confirm(THIRD_CHECKER, number, 1, null))
        .isEqualTo(new Stale(ProposalState.CHECKED_ONCE, 2, CHECKER.user(), TestReplicas.NOW));
  }

  @Test
  void whatWaitsForAPersonIsCounted() {
    CorrectionBed fresh = new CorrectionBed();
    assertThat(fresh.desk.waitingFor(CHECKER)).isZero();
    ReceptionNumber number = fresh.entered(fresh.headName(fresh.person("架空 次郎"), "架空 三郎"));
    assertThat(waiting(fresh, ENTERER, CHECKER, SECOND_CHECKER, APPROVER))
        .containsExactly(0, 1, 1, 1);
    done(fresh.desk.confirm(CHECKER, number, 1, null));
    assertThat(waiting(fresh, CHECKER, THIRD_CHECKER, APPROVER)).containsExactly(0, 1, 1);
    done(fresh.desk.confirm(SECOND_CHECKER, number, 2, null));
    assertThat(waiting(fresh, CHECKER, THIRD_CHECKER, SECOND_CHECKER, APPROVER))
        .containsExactly(0, 0, 0, 1);
    done(fresh.desk.giveBack(APPROVER, number, 3, REASON));
    assertThat(waiting(fresh, ENTERER, CHECKER, APPROVER)).containsExactly(1, 0, 0);
    assertThat(fresh.desk.page(CHECKER, false, 0, 10)).hasSize(1);
    done(fresh.desk.withdraw(ENTERER, number, 4, null));
    assertThat(fresh.desk.page(CHECKER, false, 0, 10)).isEmpty();
    assertThat(fresh.desk.page(CHECKER, true, 0, 10)).hasSize(1);
  }

  private static List<Integer> waiting(CorrectionBed where, StaffIdentity... who) {
    return Stream.of(who).map(where.desk::waitingFor).toList();
  }

  @Test // MS-76, JN-37
  void whatIsStoredIsShownWithItsSourceAndTheLookIsKept() {
    String person = bed.person("架空 次郎");
    var view =
        (ReplicaView.Shown)
            desk().look(CHECKER, new UnifiedAddresseeNumber(person), HOUSEHOLD, PURPOSE);
    assertThat(view.replicas()).hasSize(1);
    ReplicaSnapshot stored = view.replicas().getFirst().stored();
    assertThat(stored.items()).containsEntry(HEAD_NAME, "架空 次郎");
    assertThat(stored.recordNumber().value()).isEqualTo("REC-" + person);
    assertThat(stored.source()).isNotNull();
    assertThat(view.newest().edition().value()).isEqualTo("2");
    assertThat(
            bed.database
                .everything()
                .sql(
                    """
                    select concat_ws(' ', kind, operation_function, succeeded, user_id, purpose)
                      from operation where addressee_number = ?
                    """)
                .param(person)
                .query(String.class)
                .list())
        .containsExactly("VIEW replica.look t tantou-02 副本の訂正");
  }

  private static Denied samePerson() {
    return new NotAllowed(ErrorCode.DBM_PROPOSAL_SAME_PERSON);
  }
}
