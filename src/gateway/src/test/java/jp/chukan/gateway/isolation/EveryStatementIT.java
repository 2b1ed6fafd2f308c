package jp.chukan.gateway.isolation;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.chukan.gateway.isolation.ForeignReplay.Proof;
import jp.chukan.gateway.kernel.RowCursor;
import jp.chukan.gateway.testing.SeenStatements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs what the features' own tests do, and every statement of theirs once more as somebody else:
 * that the policies of the database hold is seen at the statements themselves, not at a few samples
 * of them. In a machine of its own: the end of the scenes ends what tests share.
 */
@Tag("every-statement")
@DisplayName("すべてのSQL文を、ほかの機関として実行する")
class EveryStatementIT {
  /**
   * In these the statements of the features run and find something: all tests of a class but the
   * parameterised ones, which bring the same statements again, or those that are named.
   */
  private static final List<Scene> SCENES =
      List.of(
          scene("audit.OperationLogIT"),
          scene("audit.OperationReviewIT", "onePersonLookedAtAgainAndAgainIsMarked"),
          scene(
              "citizennotice.CitizenNoticesIT",
              "aPersonIsToldAndTheMunicipalityLearnsThatItWasRead",
              "theSameAgainChangesNothingAndOtherWordsAreRefused"),
          scene(
              "console.CasePagesIT",
              "theCaseShowsWhoAsksOnWhichBasisAndExactlyWhatWouldLeave",
              "whoElseHasTheCaseOpenIsShownByIdAndForTenMinutes",
              "whoHasNoGrantGetsNothing"),
          scene(
              "console.ConsolePagesIT",
              "aPageOpensToItsRolesOnly",
              "printingRecordsStatesAPurposeAndIsKept",
              "theOperationLogIsSearchedByTimePersonAndKind"),
          scene("console.PlantPagesIT", "homeTellsWhatNeedsAttention"),
          scene(
              "console.ReconciliationPagesIT",
              "aFileIsTakenComparedLookedAtAndRepaired",
              "findingsLeaveThroughTheSameGate",
              "replicasLeaveForASuperiorAndManyOnlyWithApproval"),
          scene(
              "correction.CorrectReplicasIT",
              "whatNoMessageCouldRegisterByNowGoesBackAtTheApproval",
              "whatWasGivenBackIsEnteredAndCheckedAnew"),
          scene(
              "crypto.DataKeysIT",
              "evidenceIsProvableAfterTheKeysAreGone",
              "whatNoMasterKeyUnwrapsStaysAsItIsAndIsTold",
              "onceWrappedAnewTheOldMasterKeyCanBeTakenAway"),
          scene("crypto.PersonalDataCipherIT"),
          scene("crypto.revocation.RevocationIT"),
          scene("deadletter.DeadLettersIT"),
          scene(
              "deadletter.RedriveIT",
              "whatIsStillPermittedIsDecidedAsIfItHadJustCome",
              "whatWasTakenUpBeforeIsNotTakenUpAgain"),
          scene("disclosure.DisclosureIT", "whatIsWithheldNowIsWithheldOfThePastToo"),
          scene(
              "inquiry.AcceptInquiriesIT",
              "theSameMessageAgainGetsTheSameAnswerAndHasNoSecondEffect"),
          scene("inquiry.ExpireInquiriesIT", "whatIsKilledAtAnyLineLeavesNothingHalfDone"),
          scene("inquiry.FolderIT"),
          scene("inquiry.InquireResultsIT"),
          scene("inquiry.ReceiveInquiryAnswerIT"),
          scene("inquiry.RemoveInquiryContentsIT"),
          scene("inquiry.SendInquiryIT"),
          scene(
              "job.JobsIT",
              "theHistoryIsBoundByTimeAndByNumber",
              "whatFailsEverySecondIsOneLine",
              "whatOnlyWaitsIsCancelledAtOnce",
              "whatRunsCannotBeAskedForOnceMore"),
          scene("linkagecode.BindLinkageCodesIT", "anArrivingCodeIsFoundFromBothSides"),
          scene("network.DatabaseOutboxIT"),
          scene("notice.TellOfWaitingCasesIT", "aServerThatIsDownIsTriedAgain"),
          scene(
              "permission.ReceivePermissionMatchingListIT",
              "aListWithAnEntryThatEndsBeforeItBeginsIsRefusedWhole"),
          scene("provision.ExpireHeldCasesIT", "theCasesOfAnotherInstitutionAreLeftAlone"),
          scene("provision.KeepReceiptIT"),
          scene(
              "provision.ReceiveProvisionRequestIT",
              "sameNumberWithOtherContentIsRecordedAndTheFirstExchangeStands"),
          scene("provision.ReleaseHeldCasesIT", "withoutAReplicaItCanBeRefused"),
          scene(
              "reconciliation.CompareRegisterIT",
              "nothingOfTheFileStaysAndFindingsRestEncryptedUntilTheirRetentionIsOver",
              "whatWaitsCanBeCalledOffOnce"),
          scene(
              "record.comparison.CompareRecordsIT",
              "aDayOnWhichAllAgreeIsDoneAndAnotherComesAgain"),
          scene("record.purge.PurgeRecordsIT", "eachKindIsKeptForItsOwnTime"),
          scene("record.statistics.KeepStatisticsIT"),
          scene("replica.StoredReplicasIT"),
          scene("staff.AccountsIT", "theFirstAdministratorBeginsWithACodeThatWorksOnce"),
          scene(
              "staff.EvidencePagesIT",
              "whatAnAdministratorTakesOutIsVerifiedElsewhere",
              "thePageOfAChangedRecordSaysSo"),
          scene(
              "staff.ExportsIT",
              "aLongExportWaitsForSomebodyElseAndThenLeavesOnce",
              "aLongFileComesWholeOrBreaksOff",
              "whatWasRefusedOrWithdrawnNeverLeaves",
              "whomAnExportIsAboutIsSealedAndShownForAPurpose"),
          scene(
              "staff.GrantApplicationsIT",
              "aRevokedGrantIsOfNoUseAtOnceAndStaysInTheHistory",
              "noGrantIsAppliedForBeyondTheFiscalYear",
              "theGrantsOfADisabledPersonPermitNothing",
              "whoAppliedAndGaveStaysWithAGrantThroughLaterSets"),
          scene(
              "staff.GrantPagesIT",
              "aGrantIsAppliedForGivenReviewedAndRevoked",
              "theListingLeavesForAnAdministratorWithAPurpose"),
          scene("staff.GrantsIT", "eachReplacementIsRecorded", "theSameFileAgainChangesNothing"),
          scene("staff.SessionIT", "anEleventhSessionOfAPersonEndsTheOldest"),
          scene(
              "staff.StaffPagesIT",
              "aChangeThatIsNotApprovedLeavesTheAccountAsItStood",
              "anAdministratorLiftsALock",
              "whoHasLostThePasskeyBeginsAnew"));

  /** Statements that answer something although they find nothing. */
  private static final Map<String, String> ANSWERS_WITHOUT_ROWS =
      Map.of(
          "coalesce(max(leaf_id), 0) + 1", "where a list of records would begin",
          "replica_staging staged", "rows of this very message, in a table of the connection",
          "select not exists (select from staff_account_event", "says that there is no event");

  /** Fewer than there are, so that one more or less of the background fails nothing. */
  private static final int PROVEN = 250;

  private static Map<String, Proof> proofs;
  private static List<Failure> failures;

  /**
   * Tests of one class.
   *
   * @param type its name within the server's packages
   * @param tests their names, in the order in which they run; by name all of them when there is
   *     none, since the JVM tells methods in no order of its own
   */
  private record Scene(String type, List<String> tests) {

    Stream<DiscoverySelector> selectors() {
      List<Method> methods = List.of(testClass().getDeclaredMethods());
      List<Method> chosen =
          tests.isEmpty()
              ? methods.stream()
                  .filter(each -> each.isAnnotationPresent(Test.class))
                  .sorted(comparing(Method::getName))
                  .toList()
              : tests.stream()
                  .flatMap(name -> methods.stream().filter(each -> each.getName().equals(name)))
                  .toList();
      assertThat(chosen).as(type).hasSizeGreaterThanOrEqualTo(Math.max(1, tests.size()));
      return chosen.stream().map(method -> selectMethod(method.getDeclaringClass(), method));
    }

    private Class<?> testClass() {
      try {
        return Class.forName("jp.chukan.gateway." + type);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static Scene scene(String type, String... tests) {
    return new Scene(type, List.of(tests));
  }

  @BeforeAll
  static void replay() {
    ForeignReplay replay = new ForeignReplay();
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    SeenStatements.watch(replay);
    try {
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(SCENES.stream().flatMap(Scene::selectors).toList())
                  .build(),
              summary);
    } finally {
      SeenStatements.watch(null);
    }
    failures = summary.getSummary().getFailures();
    proofs = replay.proofs();
  }

  @Test
  void replayingDisturbsNobody() {
    assertThat(failures).allSatisfy(failure -> assertThat(failure.getException()).isNull());
  }

  @Test // MS-96
  @DisplayName("ほかの機関としても、どの機関でもない者としても、何も見えず、何も変わらない")
  void noStatementFindsOrChangesWhatIsAnothers() {
    Map<String, Set<String>> leaks = new TreeMap<>();
    proofs.forEach(
        (sql, proof) -> {
          if (!proof.leaks.isEmpty()
              && ANSWERS_WITHOUT_ROWS.keySet().stream().noneMatch(sql::contains)) {
            leaks.put(sql, proof.leaks);
          }
        });
    assertThat(leaks).isEmpty();
    assertThat(proofs.values().stream().filter(proof -> proof.ofInstitutions && proof.worked))
        .as("statements that found or changed something of their own institution")
        .hasSizeGreaterThan(PROVEN);
  }

  @Test // MS-96
  @DisplayName("SQLを持つクラスは、機関の行に触れないものを除き、どれも確かめられている")
  void everyClassThatHasStatementsIsAmongThem() {
    Set<String> missing =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests()).importPackages("jp.chukan.gateway").stream()
                .filter(EveryStatementIT::hasStatements)
                .map(type -> type.getName().replaceFirst("\\$.*", ""))
                .filter(name -> !isDriven(name))
                .collect(Collectors.toCollection(TreeSet::new));
    assertThat(missing).isEmpty();
  }

  /**
   * Whether a statement of it did something, or those that ran name no table with a column for the
   * institution: by the schema, and by no list.
   */
  private static boolean isDriven(String type) {
    List<Proof> own =
        proofs.values().stream().filter(proof -> proof.issuers.contains(type)).toList();
    return own.stream().anyMatch(proof -> proof.worked)
        || (!own.isEmpty() && own.stream().noneMatch(proof -> proof.ofInstitutions));
  }

  private static boolean hasStatements(JavaClass type) {
    return ForeignReplay.CARRIERS.stream().noneMatch(type::isEquivalentTo)
        && type.getMethodCallsFromSelf().stream()
            .anyMatch(
                call ->
                    call.getTargetOwner().isAssignableTo(JdbcClient.class)
                        || call.getTargetOwner().isAssignableTo(JdbcOperations.class)
                        || call.getTargetOwner().isAssignableTo(RowCursor.class));
  }
}
