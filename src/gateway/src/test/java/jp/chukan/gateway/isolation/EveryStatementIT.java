package jp.chukan.gateway.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.chukan.gateway.isolation.ForeignReplay.Proof;
import jp.chukan.gateway.kernel.RowCursor;
import jp.chukan.gateway.testing.SeenStatements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
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
  /** In these the features' statements run and find something. */
  private static final List<String> SCENES =
      List.of(
          "linkagecode.AcquireLinkageCodesIT",
          "linkagecode.BindLinkageCodesIT",
          "job.JobsIT",
          "reconciliation.CompareRegisterIT",
          "reconciliation.ProposeRepairsIT",
          "audit.OperationLogIT",
          "audit.OperationReviewIT",
          "institution.InstitutionMasterIT",
          "network.DatabaseOutboxIT",
          "crypto.PersonalDataCipherIT",
          "inquiry.AcceptInquiriesIT",
          "inquiry.AcceptInquiryFileIT",
          "inquiry.ExpireInquiriesIT",
          "inquiry.FolderIT",
          "inquiry.InquireResultsIT",
          "inquiry.ReceiveInquiryAnswerIT",
          "inquiry.RemoveInquiryContentsIT",
          "inquiry.SendInquiryIT",
          "staff.GrantsIT",
          "staff.GrantApplicationsIT",
          "staff.AccountsIT",
          "staff.SessionIT",
          "staff.PasskeyIT",
          "staff.LoginIT",
          "staff.ExportsIT",
          "staff.GrantPagesIT",
          "staff.StaffPagesIT",
          "staff.EvidencePagesIT",
          "permission.ReceivePermissionMatchingListIT",
          "record.ProvisionRecordsIT",
          "record.purge.PurgeRecordsIT",
          "record.seal.SealLeavesIT",
          "record.statistics.KeepStatisticsIT",
          "record.comparison.CompareRecordsIT",
          "citizennotice.CitizenNoticesIT",
          "correction.CorrectReplicasIT",
          "provision.ReceiveProvisionRequestIT",
          "provision.ReleaseHeldCasesIT",
          "provision.ExpireHeldCasesIT",
          "provision.KeepReceiptIT",
          "replica.RegisterReplicasIT",
          "replica.StoredReplicasIT",
          "deadletter.DeadLettersIT",
          "disclosure.DisclosureIT",
          "notice.TellOfWaitingCasesIT",
          "approval.ApprovalQueueIT",
          "selfinformation.SelfInformationIT",
          "console.CasePagesIT",
          "console.ReconciliationPagesIT");

  /**
   * Classes whose statements the scenes do not drive to a result: of no institution (the master,
   * the list, the door itself), or found by no scene yet. May only become shorter.
   */
  private static final Set<String> NOT_DRIVEN =
      Set.of(
          "ApprovalOverview",
          "BackupJournal",
          "ConcludeInquiries",
          "DataKeys",
          "DeadLetters",
          "FolderFiles",
          "InquiryEntries",
          "InquiryOverview",
          "InquiryRequests",
          "InquiryRows",
          "InstitutionMasterStore",
          "InstitutionSearch",
          "InstitutionTransactions",
          "KeepReceipt",
          "OpenInquiries",
          "OutboxDepths",
          "PendingAccounts",
          "PermissionListDifference",
          "PermissionListStore",
          "PermissionListVersions",
          "RefusedAnswers",
          "RemoveInquiryContents",
          "RevocationStore",
          "RowCursor",
          "StagedRecords",
          "TrustListStore",
          "WaitingTimes");

  /** Statements that answer something although they find nothing. */
  private static final Map<String, String> ANSWERS_WITHOUT_ROWS =
      Map.of(
          "coalesce(max(leaf_id), 0) + 1", "where a list of records would begin",
          "replica_staging staged", "rows of this very message, in a table of the connection",
          "select not exists (select from staff_account_event", "says that there is no event");

  private static Map<String, Proof> proofs;

  @BeforeAll
  static void replay() {
    ForeignReplay replay = new ForeignReplay();
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    SeenStatements.watch(replay);
    try {
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(
                      SCENES.stream()
                          .map(name -> selectClass("jp.chukan.gateway." + name))
                          .toList())
                  .build(),
              summary);
    } finally {
      SeenStatements.watch(null);
    }
    assertThat(summary.getSummary().getFailures())
        .as("replaying disturbs nobody")
        .allSatisfy(failure -> assertThat(failure.getException()).isNull());
    proofs = replay.proofs();
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
        .hasSizeGreaterThan(150);
  }

  @Test // MS-96
  @DisplayName("SQLを持つクラスは、どれも確かめられている")
  void everyClassThatHasStatementsIsAmongThem() {
    Set<String> proven =
        proofs.values().stream()
            .filter(proof -> proof.worked)
            .flatMap(proof -> proof.issuers.stream())
            .collect(Collectors.toSet());
    Set<String> missing =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests()).importPackages("jp.chukan.gateway").stream()
                .filter(EveryStatementIT::hasStatements)
                .map(type -> type.getName().replaceFirst("\\$.*", ""))
                .filter(name -> !proven.contains(name))
                .map(name -> name.replaceFirst(".*\\.", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    assertThat(NOT_DRIVEN).containsAll(missing);
  }

  private static boolean hasStatements(JavaClass type) {
    return type.getMethodCallsFromSelf().stream()
        .anyMatch(
            call ->
                call.getTargetOwner().isAssignableTo(JdbcClient.class)
                    || call.getTargetOwner().isAssignableTo(JdbcOperations.class)
                    || call.getTargetOwner().isAssignableTo(RowCursor.class));
  }
}
