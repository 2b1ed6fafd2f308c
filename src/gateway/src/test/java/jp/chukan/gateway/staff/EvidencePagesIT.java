package jp.chukan.gateway.staff;

import static jp.chukan.gateway.staff.StaffRole.ADMINISTRATOR;
import static jp.chukan.gateway.staff.StaffRole.APPROVER;
import static jp.chukan.gateway.staff.StaffRole.AUDITOR;
import static jp.chukan.gateway.staff.StaffRole.OFFICER;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.crypto.TimeStampVerifier;
import jp.chukan.contract.crypto.TrustAnchors;
import jp.chukan.contract.evidence.EvidenceReport;
import jp.chukan.contract.evidence.EvidenceVerifier;
import jp.chukan.contract.evidence.InclusionProof;
import jp.chukan.contract.evidence.TreeHeadVerifier;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import jp.chukan.gateway.staff.StaffBed.Signed;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.RunningGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an auditor takes home from the console, and what the console itself sees of tampering. */
@DisplayName("証跡の画面")
class EvidencePagesIT {
  private static final Duration AT_MOST = Duration.ofSeconds(30);
  private static final String PAGE = "/console/evidence";
  private static final Map<String, String> PURPOSE = Map.of("purpose", "監査のため");
  private static final LinkageCode CODE = new LinkageCode("fictitious-evidence-code");

  private static RunningGateway gateway;
  private static StaffBed bed;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.timed(List.of("--chukan.export.rows-without-approval=100"));
    bed = new StaffBed(gateway);
  }

  @AfterAll
  static void stop() {
    gateway.stop();
  }

  @Test // JN-19, JN-21
  @DisplayName("監査者は状態を見て先頭を控えるが、証跡は出力できない")
  void anAuditorLooksAndKeepsTheHead() {
    Signed auditor = bed.proven(ISHINOMAKI, AUDITOR);
    sealed(record());
    assertThat(auditor.browser().get(PAGE).body())
        .contains("証跡の遅れ", "署名された先頭を保存する")
        .doesNotContain("証跡を出力する", CODE.value());
    assertThat(
            auditor
                .browser()
                .download(PAGE + "/head", Map.of())
                .headers()
                .firstValue("Content-Type"))
        .contains("application/cms");
    assertThat(auditor.browser().post(PAGE + "/file", PURPOSE).statusCode()).isEqualTo(403);
  }

  @Test // MS-101, JN-19, JN-21, JN-37
  @DisplayName("団体管理者が出力した証跡は、サーバーなしに検証できる")
  void whatAnAdministratorTakesOutIsVerifiedElsewhere() throws IOException {
    Signed administrator = bed.proven(ISHINOMAKI, ADMINISTRATOR);
    sealed(record());
    administrator.browser().get(PAGE);
    assertThat(administrator.browser().post(PAGE + "/file", Map.of()).body()).contains("証跡を出力する");

    HttpResponse<byte[]> file = administrator.browser().download(PAGE + "/file", PURPOSE);

    assertThat(file.headers().firstValue("Content-Type")).contains("application/zip");
    assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("evidence-");
    EvidenceReport report = verify(file.body());
    assertThat(report.findings()).isEmpty();
    assertThat(report.heads()).isPositive();
    assertThat(report.institution()).isEqualTo(ISHINOMAKI);
    assertThat(bed.operations(ISHINOMAKI, administrator.user().value()))
        .anyMatch(line -> line.contains("EXPORT") && line.contains("console.evidence.file"));
  }

  @Test // JN-22
  @DisplayName("多い証跡は、別の人の承認を待つ")
  void muchEvidenceWaitsForSomebodyElse() {
    Signed administrator = bed.proven(TSUKUBA, ADMINISTRATOR);
    ProvisionRecords records = gateway.context().getBean(ProvisionRecords.class);
    transactions()
        .run(
            TSUKUBA,
            () -> {
              for (int i = 0; i < 101; i++) {
                records.append(record(TSUKUBA));
              }
            });
    administrator.browser().get(PAGE);

    HttpResponse<String> answer = administrator.browser().post(PAGE + "/file", PURPOSE);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).contains("/console/exports/");
  }

  @Test // JN-19, JN-37
  @DisplayName("一つの記録の証明を印刷し、ファイルで検証できる")
  void oneRecordIsProvedOnPaperAndByAFile() {
    Signed approver = bed.proven(ISHINOMAKI, APPROVER);
    long leaf = sealed(record());
    String page = "/console/records/" + leaf;
    assertThat(approver.browser().get(page).body())
        .contains("署名されたルート", "ルートまでの経路")
        .doesNotContain(CODE.value());

    HttpResponse<byte[]> file = approver.browser().download(page + "/proof", PURPOSE);

    InclusionProof proof = InclusionProof.read(file.body());
    assertThat(proof.body()).contains(CODE.value());
    assertThat(proof.verify(heads()).head().institution()).isEqualTo(ISHINOMAKI);
    assertThat(bed.operations(ISHINOMAKI, approver.user().value()))
        .anyMatch(line -> line.contains("EXPORT") && line.contains("console.records.proof"));
  }

  @Test // JN-19
  @DisplayName("書き換えられた記録の画面は、証明が成り立たないことを示す")
  void thePageOfAChangedRecordSaysSo() {
    Signed auditor = bed.proven(ISHINOMAKI, AUDITOR);
    long leaf = sealed(record());
    gateway
        .database()
        .everything()
        .sql(
            """
            update provision_record
               set body = convert_to(replace(convert_from(body, 'UTF8'), 'evidence', 'evidense'),
                                     'UTF8')
             where leaf_id = ?
            """)
        .param(leaf)
        .update();

    assertThat(auditor.browser().get("/console/records/" + leaf).body())
        .contains("TKM-0205")
        .doesNotContain("ルートまでの経路");
  }

  @Test // JN-20, MS-96
  @DisplayName("役割のない人、別の機関の人、目的のない人には出力しない")
  void nobodyElseTakesAnythingHome() {
    long leaf = sealed(record());
    String page = "/console/records/" + leaf;
    Signed officer = bed.proven(ISHINOMAKI, OFFICER);
    assertThat(officer.browser().get(PAGE).statusCode()).isEqualTo(403);
    assertThat(officer.browser().get(page).body()).doesNotContain("証明ファイルを出力する");
    assertThat(officer.browser().post(page + "/proof", PURPOSE).statusCode()).isEqualTo(403);
    assertThat(officer.browser().post(PAGE + "/file", PURPOSE).statusCode()).isEqualTo(403);

    Signed foreign = bed.proven(TSUKUBA, APPROVER);
    assertThat(foreign.browser().get(page).statusCode()).isEqualTo(404);
    assertThat(foreign.browser().post(page + "/proof", PURPOSE).statusCode()).isEqualTo(404);

    Signed approver = bed.proven(ISHINOMAKI, APPROVER);
    approver.browser().get(page);
    assertThat(approver.browser().post(page + "/proof", Map.of()).body())
        .contains("証明ファイルを出力する")
        .doesNotContain(CODE.value());
  }

  private EvidenceReport verify(byte[] file) throws IOException {
    TimeStampVerifier times = new TimeStampVerifier(anchors());
    return new EvidenceVerifier(
            heads(), (token, document) -> times.verify(token, document).time(), Duration.ofHours(4))
        .verify(new ByteArrayInputStream(file), List.of());
  }

  private static TreeHeadVerifier heads() {
    return new TreeHeadVerifier(anchors());
  }

  private static TrustAnchors anchors() {
    return gateway.keys().authority().trustAnchors();
  }

  private static InstitutionTransactions transactions() {
    return gateway.context().getBean(InstitutionTransactions.class);
  }

  /** Number of the leaf, once the server has sealed it. */
  private static long sealed(ProvisionRecord record) {
    ProvisionRecords records = gateway.context().getBean(ProvisionRecords.class);
    long leaf =
        transactions()
            .within(
                ISHINOMAKI,
                () -> {
                  records.append(record);
                  return records
                      .newest(ISHINOMAKI, record.processingNumber(), null, Long.MAX_VALUE, 1)
                      .getFirst();
                })
            .position();
    await()
        .atMost(AT_MOST)
        .until(
            () ->
                gateway
                    .database()
                    .everything()
                    .sql("select tree_position is not null from record_leaf where leaf_id = ?")
                    .param(leaf)
                    .query(Boolean.class)
                    .single());
    return leaf;
  }

  private static ProvisionRecord record() {
    return record(ISHINOMAKI);
  }

  private static ProvisionRecord record(InstitutionCode institution) {
    Instant now = bed.clock.instant();
    return new ProvisionRecord(
        institution,
        RecordSide.PROVIDER,
        new ProcessingNumber(ProvisionDraft.freshNumber().value()),
        ProvisionDraft.MINISTER,
        institution,
        new AffairCode("JM01000000001000"),
        null,
        null,
        List.of(),
        CODE,
        null,
        null,
        now,
        now,
        now,
        RecordOutcome.PROVIDED,
        null);
  }
}
