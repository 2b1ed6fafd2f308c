package jp.chukan.gateway.deadletter;

import static jp.chukan.gateway.testing.TestKeys.ADACHI;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.STRANGER;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.document.PermittedInquiry;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.deadletter.LetterOutcome.Done;
import jp.chukan.gateway.deadletter.LetterOutcome.Refused;
import jp.chukan.gateway.deadletter.LetterOutcome.Unknown;
import jp.chukan.gateway.permission.TestPermissionLists;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.testing.TestClock;
import jp.chukan.gateway.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("滞留電文")
class DeadLettersIT {
  private static final AffairCode AFFAIR = new AffairCode("JM01000000001000");
  private static final ProcedureCode PROCEDURE = new ProcedureCode("JT01010000001001");
  private static final SpecificPersonalInformationCode INFORMATION =
      new SpecificPersonalInformationCode("TM00000000000001");
  private static final LetterReason REASON = new LetterReason("回線が復旧したため");
  private static final String NUMBER = "PN20261102000001";

  private final TestDatabase database = TestDatabase.migrated();
  private final TestClock clock = new TestClock();
  private final TestPermissionLists lists = TestPermissionLists.on(database, clock);
  private final TestDeadLetters bed = TestDeadLetters.on(database, lists.lists(), clock);

  @Test
  void whatTheBrokerBringsTwiceIsKeptOnceAndEncrypted() {
    bed.answerDies(ISHINOMAKI, "ID:1", NUMBER);
    bed.answerDies(ISHINOMAKI, "ID:1", NUMBER);
    DeadLetter letter = only(ISHINOMAKI);
    assertThat(letter.processingNumber()).isEqualTo(new ProcessingNumber(NUMBER));
    assertThat(letter.attempts()).isEqualTo(TestDeadLetters.ATTEMPTS);
    assertThat(
            database
                .everything()
                .sql("select encode(body, 'escape') from dead_letter")
                .query(String.class)
                .single())
        .doesNotContain(TestDeadLetters.CONTENT);
  }

  @ParameterizedTest
  @EnumSource(LetterKind.class)
  void aLetterGoesBackToItsQueueWithWhatItBrought(LetterKind kind) {
    dies(kind);
    LetterNumber number = only(ISHINOMAKI).number();
    assertThat(bed.publish.waiting()).isEmpty();
    assertThat(bed.decide.redrive(administrator(ISHINOMAKI), number, REASON))
        .isInstanceOf(Done.class);

    List<RedrivenLetter> waiting = bed.publish.waiting();
    assertThat(waiting).hasSize(1);
    RedrivenLetter letter = waiting.getFirst();
    assertThat(letter.queue()).isEqualTo(kind.queueOf(ISHINOMAKI));
    assertThat(new String(letter.body(), StandardCharsets.UTF_8))
        .isEqualTo(TestDeadLetters.CONTENT);
    assertThat(letter.takenOverAt()).isEqualTo(1_700_000_000_000L);
    assertThat(letter.attempts()).isEqualTo(TestDeadLetters.ATTEMPTS);

    bed.publish.published(waiting);
    assertThat(bed.publish.waiting()).isEmpty();
    assertThat(only(ISHINOMAKI).state()).isEqualTo(LetterState.REDRIVEN);
    assertNothingIsLeft();
  }

  @Test
  void attemptsOfAllLivesAreCounted() {
    bed.dies(
        Map.of(
            "_AMQ_ORIG_ADDRESS",
            "inquiry.answer." + ISHINOMAKI,
            "Attempts",
            20,
            "TakenOverAt",
            1_600_000_000_000L),
        ISHINOMAKI,
        "ID:1");
    assertThat(only(ISHINOMAKI).attempts()).isEqualTo(40);
    assertThat(only(ISHINOMAKI).takenOverAt()).isEqualTo(Instant.ofEpochMilli(1_600_000_000_000L));
  }

  @Test // JN-18, JN-19
  void aDecisionIsKeptWithItsReason() {
    dies(LetterKind.PROVISION_REQUEST);
    LetterNumber number = only(ISHINOMAKI).number();
    assertThat(bed.decide.discard(administrator(ISHINOMAKI), number, REASON))
        .isInstanceOf(Done.class);
    assertThat(only(ISHINOMAKI).decision())
        .isEqualTo(new DeadLetter.Decision(new UserId("kanri01"), clock.instant(), REASON));
    assertThat(only(ISHINOMAKI).state()).isEqualTo(LetterState.DISCARDED);
    assertNothingIsLeft();
    assertThat(operations())
        .containsExactly(
            "DECISION console.queues.discard true kanri01 " + number + " " + REASON.text());
  }

  @Test // JN-18
  void aLetterIsDecidedAboutOnce() {
    dies(LetterKind.PROVISION_REQUEST);
    LetterNumber number = only(ISHINOMAKI).number();
    bed.decide.discard(administrator(ISHINOMAKI), number, REASON);
    assertThat(bed.decide.redrive(administrator(ISHINOMAKI), number, REASON))
        .isEqualTo(new Refused(ErrorCode.SYM_LETTER_DECIDED));
    assertThat(bed.publish.waiting()).isEmpty();
    assertThat(operations()).hasSize(2).last().asString().contains("redrive false");
  }

  @Test // MS-96
  @DisplayName("他の機関の滞留電文は見えず、処理もできない")
  void anotherInstitutionNeitherSeesNorDecides() {
    dies(LetterKind.PROVISION_REQUEST);
    LetterNumber number = only(ISHINOMAKI).number();
    assertThat(database.transactions().within(TSUKUBA, () -> bed.letters.find(number))).isEmpty();
    assertThat(database.transactions().within(TSUKUBA, () -> bed.letters.page(true, 0, 9)))
        .isEmpty();
    assertThat(database.transactions().within(TSUKUBA, bed.letters::counts)).isEmpty();
    assertThat(bed.decide.redrive(administrator(TSUKUBA), number, REASON))
        .isInstanceOf(Unknown.class);
    assertThat(bed.decide.discard(administrator(TSUKUBA), number, REASON))
        .isInstanceOf(Unknown.class);
    assertThat(only(ISHINOMAKI).state()).isEqualTo(LetterState.KEPT);
  }

  @Test // JN-20, MS-93
  void onlyAnAdministratorWithAPasskeyDecides() {
    dies(LetterKind.PROVISION_REQUEST);
    LetterNumber number = only(ISHINOMAKI).number();
    StaffIdentity weak = staff(ISHINOMAKI, false, StaffRole.ADMINISTRATOR);
    StaffIdentity operator = staff(ISHINOMAKI, true, StaffRole.OPERATOR);
    for (StaffIdentity who : List.of(weak, operator)) {
      assertThat(bed.decide.redrive(who, number, REASON))
          .isEqualTo(new Refused(ErrorCode.SCM_PAGE_NOT_OPEN));
    }
    assertThat(only(ISHINOMAKI).state()).isEqualTo(LetterState.KEPT);
  }

  @Test // MS-01, MS-03
  @DisplayName("回答の再処理は、今日の照会許可照合リストと許可証で改めて判定する")
  void anAnswerIsAuthorisedAgain() {
    provided();
    permit(STRANGER, 1);
    bed.answerDies(ISHINOMAKI, "ID:1", NUMBER);
    LetterNumber number = only(ISHINOMAKI).number();
    StaffIdentity who = administrator(ISHINOMAKI);

    permit(ADACHI, 2);
    assertThat(bed.decide.redrive(who, number, REASON))
        .isEqualTo(new Refused(ErrorCode.TKY_NOT_ON_LIST));
    permit(STRANGER, 3);
    clock.advance(Duration.ofMinutes(11));
    assertThat(bed.decide.redrive(who, number, REASON))
        .isEqualTo(new Refused(ErrorCode.TKY_PERMIT_EXPIRED));
    assertThat(bed.publish.waiting()).isEmpty();
    assertThat(only(ISHINOMAKI).state()).isEqualTo(LetterState.KEPT);
  }

  @Test // MS-01
  void anAnswerThatMayStillLeaveGoesBack() {
    provided();
    permit(STRANGER, 1);
    bed.answerDies(ISHINOMAKI, "ID:1", NUMBER);
    assertThat(bed.decide.redrive(administrator(ISHINOMAKI), only(ISHINOMAKI).number(), REASON))
        .isInstanceOf(Done.class);
  }

  @Test
  void whatIsNoLetterOfTheRoutesStaysWithTheBroker() {
    assertThatThrownBy(() -> bed.dies(Map.of("_AMQ_ORIG_ADDRESS", "elsewhere"), ISHINOMAKI, "ID:1"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                bed.dies(
                    Map.of("_AMQ_ORIG_ADDRESS", "provision.request." + TSUKUBA),
                    ISHINOMAKI,
                    "ID:1"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> bed.answerDies(STRANGER, "ID:1", NUMBER))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aReasonIsNeitherEmptyNorEndlessNorPrinted() {
    assertThatThrownBy(() -> new LetterReason(" ")).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new LetterReason("x".repeat(201)))
        .isInstanceOf(InvalidInputException.class);
    assertThat(REASON.toString()).doesNotContain(REASON.text());
  }

  @Test
  void lettersAreCountedByKind() {
    IntStream.range(0, 3).forEach(i -> bed.answerDies(ISHINOMAKI, "ID:" + i, NUMBER));
    dies(LetterKind.PROVISION_REQUEST);
    assertThat(database.transactions().within(ISHINOMAKI, bed.letters::counts))
        .extracting(DeadLetters.Count::kind, DeadLetters.Count::letters)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(LetterKind.ANSWER, 3L),
            org.assertj.core.groups.Tuple.tuple(LetterKind.PROVISION_REQUEST, 1L));
  }

  private void dies(LetterKind kind) {
    bed.dies(
        Map.of("_AMQ_ORIG_ADDRESS", kind.queueOf(ISHINOMAKI), "Number", NUMBER),
        ISHINOMAKI,
        "ID:" + kind);
  }

  private DeadLetter only(InstitutionCode institution) {
    List<DeadLetter> all =
        database.transactions().within(institution, () -> bed.letters.page(true, 0, 9));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private void assertNothingIsLeft() {
    assertThat(
            database
                .everything()
                .sql("select count(body) from dead_letter")
                .query(Long.class)
                .single())
        .isZero();
  }

  private List<String> operations() {
    return database
        .everything()
        .sql(
            """
            select concat_ws(' ', kind, operation_function, cast(succeeded as text), user_id, target, purpose)
              from operation order by id
            """)
        .query(String.class)
        .list();
  }

  private static StaffIdentity administrator(InstitutionCode institution) {
    return staff(institution, true, StaffRole.ADMINISTRATOR);
  }

  private static StaffIdentity staff(InstitutionCode institution, boolean passkey, StaffRole role) {
    return new StaffIdentity(
        institution, new UserId("kanri01"), new DepartmentCode("D001"), Set.of(role), passkey);
  }

  /** The institution has provided, and the permit is valid for ten minutes. */
  private void provided() {
    Instant now = clock.instant();
    database
        .transactions()
        .run(
            ISHINOMAKI,
            () -> {
              new ProvisionRecords(database.jdbc())
                  .append(
                      new ProvisionRecord(
                          ISHINOMAKI,
                          RecordSide.PROVIDER,
                          new ProcessingNumber(NUMBER),
                          STRANGER,
                          ISHINOMAKI,
                          AFFAIR,
                          PROCEDURE,
                          INFORMATION,
                          List.of(),
                          null,
                          null,
                          null,
                          now,
                          now,
                          now,
                          RecordOutcome.PROVIDED,
                          null));
              database
                  .jdbc()
                  .sql("insert into used_permit values (?, 'permit', ?, ?, ?)")
                  .params(
                      ISHINOMAKI.value(),
                      NUMBER,
                      now.atOffset(ZoneOffset.UTC),
                      now.plus(Duration.ofMinutes(10)).atOffset(ZoneOffset.UTC))
                  .update();
            });
  }

  /** From this version on, this inquirer may ask and nobody else. */
  private void permit(InstitutionCode inquirer, int version) {
    lists.inForce(
        version,
        new PermittedInquiry(
            inquirer, AFFAIR, PROCEDURE, ISHINOMAKI, INFORMATION, LocalDate.of(2020, 4, 1), null));
  }
}
