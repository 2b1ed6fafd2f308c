package jp.chukan.gateway.staff;

import static jp.chukan.gateway.staff.StaffRole.ADMINISTRATOR;
import static jp.chukan.gateway.staff.StaffRole.APPROVER;
import static jp.chukan.gateway.staff.StaffRole.AUDITOR;
import static jp.chukan.gateway.staff.StaffRole.OFFICER;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import jp.chukan.gateway.staff.StaffBed.Signed;
import jp.chukan.gateway.testing.Browser;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.RunningGateway;
import jp.chukan.gateway.testing.SoftwareAuthenticator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Exports at a server at which more than two rows of a day need approval. */
@DisplayName("出力の申請と承認")
class ExportsIT {
  private static final String LIST = "/console/exports";
  private static final String OPERATIONS = "/console/operations/file";
  private static final String RECORDS = "/console/records/file";
  private static final String GRANTS = "/console/grants/file";
  private static final UnifiedAddresseeNumber CITIZEN =
      new UnifiedAddresseeNumber("900000000000777");
  private static final int MANY = 3_500;

  private static RunningGateway gateway;
  private static StaffBed bed;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.timed(List.of("--chukan.export.rows-without-approval=2"));
    bed = new StaffBed(gateway);
  }

  @AfterAll
  static void stop() {
    gateway.stop();
  }

  @Test // JN-18, JN-21, JN-22, JN-37
  @DisplayName("多い出力は、別の人の承認の後に一度だけ、申請時の条件で取り出せる")
  void aLongExportWaitsForSomebodyElseAndThenLeavesOnce() {
    Signed applicant = bed.proven(ISHINOMAKI, ADMINISTRATOR);
    Signed other = bed.proven(ISHINOMAKI, ADMINISTRATOR);
    UserId watched = fill(5);
    String one = asked(ask(applicant, OPERATIONS, Map.of("user", watched.value())));

    assertRefused(post(applicant, one + "/file"), 409, "SCM-0705");
    assertRefused(post(applicant, one + "/approval"), 403, "SCM-0704");
    assertRefused(post(applicant, one + "/refusal"), 403, "SCM-0704");
    assertThat(home(other)).containsPattern("<strong>[1-9][0-9]*</strong> <span>件があなたの決定待ち");
    assertThat(other.browser().get(LIST).body()).contains(one);
    assertThat(other.browser().get(one).body()).contains("監査のため", watched.value(), ">5<");
    assertLedTo(post(other, one + "/approval"), one + "?done=approved");
    // what is done after the application is not in it
    append(watched, null);
    assertRefused(post(other, one + "/file"), 403, "SCM-0701");
    assertThat(home(applicant)).contains("承認済みで取出し前の出力 1件");

    HttpResponse<String> file = post(applicant, one + "/file");
    assertThat(file.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
    assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("operations-");
    assertThat(file.body()).startsWith("\uFEFF日時,ユーザーID,操作の種類,");
    assertThat(rows(file)).hasSize(5).allMatch(row -> row.contains("," + watched + ",閲覧,"));
    // what office software would take for a formula comes as text
    assertThat(rows(file)).allMatch(row -> row.endsWith(",'=1+1"));
    assertRefused(post(applicant, one + "/file"), 409, "SCM-0707");
    assertThat(home(applicant)).doesNotContain("承認済みで取出し前");
    assertThat(exportSteps(applicant.user()))
        .containsExactly(
            "DECISION export.applied true",
            "EXPORT export.taken false",
            "DECISION export.approved false",
            "DECISION export.refused false",
            "EXPORT export.taken true",
            "EXPORT export.taken false");
    assertThat(exportSteps(other.user()))
        .containsExactly("DECISION export.approved true", "EXPORT export.taken false");
  }

  @Test // JN-22, JN-37
  @DisplayName("少ない出力はすぐに取り出せるが、同じ日の分は合計する")
  void aShortExportLeavesAtOnceAndThoseOfADayCountTogether() {
    SoftwareAuthenticator passkey = new SoftwareAuthenticator();
    Signed applicant = enrolled(passkey);
    UserId watched = fill(1);
    Map<String, String> criteria = Map.of("user", watched.value());
    assertThat(rows(ask(applicant, OPERATIONS, criteria))).hasSize(1);
    assertThat(rows(ask(applicant, OPERATIONS, criteria))).hasSize(1);
    asked(ask(applicant, OPERATIONS, criteria));
    // nothing is nothing, and another kind is counted for itself
    assertThat(rows(ask(applicant, OPERATIONS, Map.of("user", "nobody-at-all")))).isEmpty();
    assertThat(ask(applicant, GRANTS, Map.of()).statusCode()).isEqualTo(200);
    bed.clock.advance(Duration.ofDays(1));
    Signed nextDay = again(applicant.user(), passkey);
    assertThat(rows(ask(nextDay, OPERATIONS, criteria))).hasSize(1);
    assertThat(exportSteps(applicant.user()))
        .containsExactly(
            "EXPORT console.operations.file true",
            "EXPORT console.operations.file true",
            "DECISION export.applied true",
            "EXPORT console.operations.file true",
            "EXPORT console.grants.file true",
            "EXPORT console.operations.file true");
    assertThat(ask(nextDay, OPERATIONS, Map.of("purpose", " ")).body()).contains("目的を入力してください");
  }

  @Test // JN-22
  @DisplayName("期限の過ぎた承認では取り出せない")
  void anApprovalThatIsOverIsOfNoUse() {
    SoftwareAuthenticator passkey = new SoftwareAuthenticator();
    Signed applicant = enrolled(passkey);
    Signed other = bed.proven(ISHINOMAKI, ADMINISTRATOR);
    String one = asked(ask(applicant, OPERATIONS, Map.of("user", fill(3).value())));
    assertLedTo(post(other, one + "/approval"), one + "?done=approved");
    bed.clock.advance(Duration.ofHours(24));
    Signed late = again(applicant.user(), passkey);
    assertRefused(post(late, one + "/file"), 409, "SCM-0706");
    assertThat(late.browser().get(one).body()).contains("期限切れ").doesNotContain(one + "/file");
    assertThat(home(late)).doesNotContain("承認済みで取出し前");
  }

  @Test // JN-22
  @DisplayName("却下または取下げの後は取り出せず、二人目の決定もできない")
  void whatWasRefusedOrWithdrawnNeverLeaves() {
    Signed applicant = bed.proven(ISHINOMAKI, ADMINISTRATOR);
    Signed other = bed.proven(ISHINOMAKI, ADMINISTRATOR);
    String one = asked(ask(applicant, OPERATIONS, Map.of("user", fill(3).value())));
    assertRefused(post(other, one + "/refusal"), 400, "SCM-0708");
    other.browser().get(one);
    assertLedTo(
        other.browser().post(one + "/refusal", Map.of("comment", "条件を絞ってください")),
        one + "?done=refused");
    assertThat(applicant.browser().get(one).body()).contains("条件を絞ってください", other.user().value());
    assertRefused(post(applicant, one + "/file"), 409, "SCM-0705");
    assertRefused(post(other, one + "/approval"), 409, "SCM-0703");
    assertRefused(post(applicant, one + "/withdrawal"), 409, "SCM-0703");
    String next = asked(ask(applicant, OPERATIONS, Map.of("user", fill(3).value())));
    assertRefused(post(other, next + "/withdrawal"), 403, "SCM-0701");
    assertLedTo(post(applicant, next + "/withdrawal"), next + "?done=withdrawn");
    assertRefused(post(applicant, next + "/file"), 409, "SCM-0705");
    assertRefused(post(other, next + "/approval"), 409, "SCM-0703");
  }

  @Test // MS-96, JN-17, JN-21
  @DisplayName("他団体と、決定する役割のない人には、存在しないものと同じ")
  void anotherInstitutionSeesNothing() {
    Signed applicant = bed.proven(ISHINOMAKI, ADMINISTRATOR);
    String one = asked(ask(applicant, OPERATIONS, Map.of("user", fill(3).value())));
    Signed stranger = bed.proven(TSUKUBA, ADMINISTRATOR);
    for (Signed who : List.of(stranger, bed.proven(ISHINOMAKI, APPROVER, AUDITOR))) {
      assertRefused(who.browser().get(one), 404, "SCM-0702");
      for (String deed : List.of("/approval", "/refusal", "/withdrawal", "/file", "/criteria")) {
        assertRefused(post(who, one + deed), 404, "SCM-0702");
      }
      assertThat(who.browser().get(LIST).body()).doesNotContain(one);
    }
    assertThat(home(stranger)).contains("<strong>0</strong> <span>件があなたの決定待ち");
    Signed weak =
        new Signed(stranger.user(), bed.signedIn(ISHINOMAKI, bed.person(ISHINOMAKI, OFFICER)));
    assertThat(ask(weak, RECORDS, Map.of()).statusCode()).isEqualTo(403);
    assertThat(ask(weak, OPERATIONS, Map.of()).statusCode()).isEqualTo(403);
    assertThat(post(weak, one + "/approval").statusCode()).isEqualTo(403);
    assertThat(post(applicant, LIST + "/none/file").statusCode()).isEqualTo(404);
  }

  @Test // JN-02, MS-76
  @DisplayName("だれについての出力かは暗号化して保管し、目的を述べた人だけに表示する")
  void whomAnExportIsAboutIsSealedAndShownForAPurpose() {
    Signed applicant = bed.proven(ISHINOMAKI, ADMINISTRATOR);
    Signed other = bed.proven(ISHINOMAKI, ADMINISTRATOR);
    UserId watched = StaffBed.freshUser();
    for (int i = 0; i < 3; i++) {
      append(watched, CITIZEN);
    }
    bed.clock.advance(Duration.ofSeconds(1));
    String one =
        asked(
            ask(
                applicant,
                OPERATIONS,
                Map.of("user", watched.value(), "addressee", CITIZEN.value())));
    assertThat(
            new String(
                gateway
                    .database()
                    .everything()
                    .sql("select criteria from export_application where export_number = ?")
                    .param(one.substring(LIST.length() + 1))
                    .query(byte[].class)
                    .single(),
                StandardCharsets.ISO_8859_1))
        .doesNotContain(CITIZEN.value(), watched.value());
    assertThat(other.browser().get(one).body()).contains("一人に絞り込み").doesNotContain(CITIZEN.value());
    assertThat(post(other, one + "/criteria").body())
        .contains("目的を入力してください")
        .doesNotContain(CITIZEN.value());
    other.browser().get(one);
    assertThat(other.browser().post(one + "/criteria", Map.of("purpose", "承認の確認")).body())
        .contains(CITIZEN.value());
    assertThat(exportSteps(other.user())).containsExactly("VIEW export.criteria true");
    assertLedTo(post(other, one + "/approval"), one + "?done=approved");
    assertThat(rows(post(applicant, one + "/file")))
        .hasSize(3)
        .allMatch(row -> row.contains(CITIZEN.value()));
    assertThat(
            gateway
                .database()
                .everything()
                .sql(
                    """
                    select count(*) from operation
                     where user_id = ? and operation_function = 'export.taken' and succeeded
                       and addressee_number = ? and purpose = '監査のため'
                    """)
                .params(applicant.user().value(), CITIZEN.value())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test // JN-22
  @DisplayName("データベースも、本人の承認と承認のない取出しを受け付けない")
  void theDatabaseTakesNoApprovalByTheApplicantAndNothingUnapproved() {
    Signed applicant = bed.proven(ISHINOMAKI, ADMINISTRATOR);
    String one = asked(ask(applicant, OPERATIONS, Map.of("user", fill(3).value())));
    String number = one.substring(LIST.length() + 1);
    String approval =
        """
        insert into export_decision (institution_code, export_number, kind, decided_by, decided_at,
          valid_until) values (?, ?, 'APPROVED', ?, ?, ?)
        """;
    String taking =
        """
        insert into export_taking (institution_code, user_id, kind, row_count, export_number,
          taken_at) values (?, ?, 'OPERATIONS', 3, ?, ?)
        """;
    Instant now = bed.clock.instant();
    assertNotTaken(
        "somebody else decides",
        approval,
        ISHINOMAKI.value(),
        number,
        applicant.user().value(),
        now.atOffset(ZoneOffset.UTC),
        now.plusSeconds(60).atOffset(ZoneOffset.UTC));
    assertNotTaken(
        "nobody has approved",
        taking,
        ISHINOMAKI.value(),
        applicant.user().value(),
        number,
        now.atOffset(ZoneOffset.UTC));
    assertNotTaken("permission denied", "update export_application set row_count = 1");
    assertNotTaken("permission denied", "delete from export_taking");
  }

  @Test // JN-22, JN-37
  @DisplayName("長い出力は流れるように届き、途中で壊れたものは全体に見えない")
  void aLongFileComesWholeOrBreaksOff() {
    append(MANY);
    Signed applicant = bed.proven(ISHINOMAKI, APPROVER);
    Signed other = bed.proven(ISHINOMAKI, APPROVER);
    String one = asked(ask(applicant, RECORDS, Map.of("side", "INQUIRER")));
    String next = asked(ask(applicant, RECORDS, Map.of("side", "INQUIRER")));
    assertThat(ask(applicant, RECORDS, Map.of("from", "soon")).statusCode()).isEqualTo(400);
    // a page of fifty on paper counts as well
    asked(ask(applicant, "/console/records/print", Map.of("side", "INQUIRER")));
    assertLedTo(post(other, one + "/approval"), one + "?done=approved");
    assertLedTo(post(other, next + "/approval"), next + "?done=approved");
    HttpResponse<String> file = post(applicant, one + "/file");
    assertThat(file.body()).startsWith("\uFEFF処理通番,区分,処理日時,").doesNotContain("fictitious");
    assertThat(rows(file)).hasSize(MANY).allMatch(row -> row.contains(",照会,"));
    gateway
        .database()
        .everything()
        .sql(
            """
            update provision_record set body = '[]'
             where leaf_id = (select min(leaf_id) from provision_record where side = 'INQUIRER')
            """)
        .update();
    assertThatThrownBy(() -> post(applicant, next + "/file"))
        .isInstanceOf(UncheckedIOException.class);
  }

  private static void assertNotTaken(String why, String statement, Object... values) {
    assertThatThrownBy(
            () ->
                gateway
                    .database()
                    .transactions()
                    .run(
                        ISHINOMAKI,
                        () -> gateway.database().jdbc().sql(statement).params(values).update()))
        .as(statement)
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining(why);
  }

  /** An administrator who keeps the passkey. */
  private static Signed enrolled(SoftwareAuthenticator passkey) {
    UserId user = bed.person(ISHINOMAKI, ADMINISTRATOR);
    Browser browser = bed.signedIn(ISHINOMAKI, user);
    assertThat(passkey.enrolIn(browser).statusCode()).isEqualTo(204);
    assertThat(passkey.proveIn(browser).statusCode()).isEqualTo(204);
    return new Signed(user, browser);
  }

  /** The same person, after a while. */
  private static Signed again(UserId user, SoftwareAuthenticator passkey) {
    Browser browser = bed.signedIn(ISHINOMAKI, user);
    assertThat(passkey.proveIn(browser).statusCode()).isEqualTo(204);
    return new Signed(user, browser);
  }

  /** Somebody who has looked at so much before now. */
  private static UserId fill(int looks) {
    UserId user = StaffBed.freshUser();
    for (int i = 0; i < looks; i++) {
      append(user, null);
    }
    bed.clock.advance(Duration.ofSeconds(1));
    return user;
  }

  private static void append(UserId user, @Nullable UnifiedAddresseeNumber addressee) {
    bed.bean(InstitutionTransactions.class)
        .run(
            ISHINOMAKI,
            () ->
                bed.bean(OperationLog.class)
                    .append(
                        new Operation(
                            ISHINOMAKI,
                            user,
                            OperationKind.VIEW,
                            "console.test",
                            true,
                            null,
                            addressee,
                            "=1+1",
                            bed.clock.instant())));
  }

  private static void append(int records) {
    Instant at = bed.clock.instant();
    bed.bean(InstitutionTransactions.class)
        .run(
            ISHINOMAKI,
            () ->
                bed.bean(ProvisionRecords.class)
                    .append(
                        IntStream.range(0, records)
                            .mapToObj(
                                i ->
                                    new ProvisionRecord(
                                        ISHINOMAKI,
                                        RecordSide.INQUIRER,
                                        new ProcessingNumber(ProvisionDraft.freshNumber().value()),
                                        ISHINOMAKI,
                                        TSUKUBA,
                                        new AffairCode("JM01000000001000"),
                                        new ProcedureCode("JT01010000001001"),
                                        new SpecificPersonalInformationCode("TM00000000000001"),
                                        List.of(new ItemCode("TK00000000000101")),
                                        new LinkageCode("fictitious-linkage-code-0001"),
                                        null,
                                        null,
                                        at,
                                        at,
                                        at,
                                        RecordOutcome.PROVIDED,
                                        null))
                            .toList()));
  }

  /** Asks for a file, on the page where that is done. */
  private static HttpResponse<String> ask(
      Signed who, String address, Map<String, String> criteria) {
    Browser browser = who.browser();
    browser.get("/console");
    Map<String, String> fields = new java.util.HashMap<>(criteria);
    fields.putIfAbsent("purpose", "監査のため");
    return browser.post(address, fields);
  }

  /** Path of the page of what was applied for. */
  private static String asked(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String place = answer.headers().firstValue("Location").orElseThrow();
    assertThat(place).endsWith("?done=asked");
    return place.substring(place.indexOf(LIST), place.indexOf('?'));
  }

  private static HttpResponse<String> post(Signed who, String address) {
    who.browser().get("/console");
    return who.browser().post(address, Map.of());
  }

  private static String home(Signed who) {
    return who.browser().get("/console").body();
  }

  /** Without the header. */
  private static List<String> rows(HttpResponse<String> file) {
    assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
    assertThat(file.body()).startsWith("\uFEFF").endsWith("\r\n");
    return file.body().lines().skip(1).toList();
  }

  private static List<String> exportSteps(UserId user) {
    return bed.operations(ISHINOMAKI, user.value()).stream()
        .filter(operation -> operation.startsWith("EXPORT") || operation.contains(" export."))
        .toList();
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(code);
  }

  private static void assertLedTo(HttpResponse<String> answer, String place) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(location -> assertThat(location).endsWith(place));
  }
}
