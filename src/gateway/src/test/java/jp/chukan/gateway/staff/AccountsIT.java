package jp.chukan.gateway.staff;

import static jp.chukan.gateway.staff.StaffBed.administrator;
import static jp.chukan.gateway.staff.StaffBed.application;
import static jp.chukan.gateway.testing.TestKeys.ADACHI;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.PLATFORM;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.account.AccountEvent;
import jp.chukan.gateway.staff.account.AccountOutcome;
import jp.chukan.gateway.staff.account.AccountOutcome.Changed;
import jp.chukan.gateway.staff.account.AccountOutcome.Refused;
import jp.chukan.gateway.staff.account.AccountRefusal;
import jp.chukan.gateway.staff.account.AccountState;
import jp.chukan.gateway.staff.account.Accounts;
import jp.chukan.gateway.staff.account.ApplyForAccount;
import jp.chukan.gateway.staff.account.ApproveAccount;
import jp.chukan.gateway.staff.account.DisableAccount;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("職員のアカウント")
class AccountsIT {
  private static final String CHOSEN = "架空の管理者の合言葉です。";

  private final StaffBed bed = new StaffBed();

  @Test // JN-14
  void anAccountWaitsUntilAnotherAdministratorApproves() {
    UserId user = StaffBed.freshUser();
    var applied =
        apply(administrator(ISHINOMAKI, "applicant"), ISHINOMAKI, user, StaffRole.OFFICER);
    assertThat(((Changed) applied).account().state()).isEqualTo(AccountState.PENDING);
    assertRefused(
        approve(administrator(ISHINOMAKI, "applicant"), user), AccountRefusal.SAME_PERSON);
    assertRefused(
        approve(administrator(ISHINOMAKI, user.value()), user), AccountRefusal.SAME_PERSON);
    assertRefused(
        approve(StaffBed.identity(ISHINOMAKI, "boss", StaffRole.APPROVER), user),
        AccountRefusal.NOT_ALLOWED);
    assertRefused(approve(administrator(TSUKUBA, "approver"), user), AccountRefusal.UNKNOWN);
    assertThat(approve(administrator(ISHINOMAKI, "approver"), user)).isInstanceOf(Changed.class);
    assertRefused(approve(administrator(ISHINOMAKI, "approver"), user), AccountRefusal.NOT_WAITING);
  }

  @Test // JN-14, MS-93
  void notEverybodyAppliesForEverything() {
    UserId user = StaffBed.freshUser();
    assertRefused(
        apply(
            StaffBed.identity(ISHINOMAKI, "clerk", StaffRole.OFFICER),
            ISHINOMAKI,
            user,
            StaffRole.OFFICER),
        AccountRefusal.NOT_ALLOWED);
    assertRefused(
        apply(administrator(ISHINOMAKI, "applicant"), TSUKUBA, user, StaffRole.OFFICER),
        AccountRefusal.NOT_ALLOWED);
    assertRefused(
        apply(administrator(ISHINOMAKI, "applicant"), ISHINOMAKI, user, StaffRole.OPERATOR),
        AccountRefusal.ROLES);
    assertRefused(
        apply(administrator(PLATFORM, "applicant"), PLATFORM, user, StaffRole.AUDITOR),
        AccountRefusal.ROLES);
    assertRefused(
        apply(administrator(ISHINOMAKI, "applicant"), ISHINOMAKI, user), AccountRefusal.ROLES);
  }

  @Test // JN-15, JN-16, MU-06
  void anIdStaysWithItsPersonAndItsHistoryStays() {
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    bed.bean(DisableAccount.class).disable(administrator(ISHINOMAKI, "approver"), user, "異動のため");
    assertRefused(
        apply(
            StaffBed.identity(ISHINOMAKI, "boss", StaffRole.APPROVER),
            ISHINOMAKI,
            user,
            StaffRole.OFFICER),
        AccountRefusal.EXISTS);
    List<AccountEvent> history =
        bed.bean(InstitutionTransactions.class)
            .within(ISHINOMAKI, () -> bed.bean(Accounts.class).history(user));
    assertThat(history)
        .extracting(AccountEvent::kind)
        .containsExactly(
            AccountEvent.Kind.APPLIED,
            AccountEvent.Kind.APPROVED,
            AccountEvent.Kind.PASSWORD,
            AccountEvent.Kind.DISABLED);
    assertThat(history.getLast().reason()).isEqualTo("異動のため");
    assertThat(history.getLast().by()).isEqualTo("approver");
  }

  @Test // JN-14, JN-19
  void theFirstAdministratorBeginsWithACodeThatWorksOnce() throws Exception {
    UserId user = StaffBed.freshUser();
    String code = code(make(ADACHI, user));
    assertThat(enrol(ADACHI, user.value(), "WRONG-CODE").statusCode()).isEqualTo(400);
    assertThat(enrol(ADACHI, "somebody", code).statusCode()).isEqualTo(400);
    assertThat(enrol(TSUKUBA, user.value(), code).statusCode()).isEqualTo(400);
    String retyped = code.replace("-", "").toLowerCase(java.util.Locale.ROOT);
    assertThat(enrol(ADACHI, user.value(), retyped).statusCode()).isEqualTo(302);
    assertThat(bed.browser().login(ADACHI.value(), user.value(), CHOSEN).statusCode())
        .isEqualTo(302);

    // a second time, by the operator and by the code
    assertThat(make(ADACHI, StaffBed.freshUser()).statusCode()).isEqualTo(409);
    assertThat(enrol(ADACHI, user.value(), code).statusCode()).isEqualTo(400);

    // the first may approve the second, and nobody else so
    var first = administrator(ADACHI, user.value());
    UserId officer = StaffBed.freshUser();
    apply(first, ADACHI, officer, StaffRole.OFFICER);
    assertRefused(approve(first, officer), AccountRefusal.SAME_PERSON);
    UserId second = StaffBed.freshUser();
    apply(first, ADACHI, second, StaffRole.ADMINISTRATOR);
    assertThat(approve(first, second)).isInstanceOf(Changed.class);
    UserId third = StaffBed.freshUser();
    apply(first, ADACHI, third, StaffRole.ADMINISTRATOR);
    assertRefused(approve(first, third), AccountRefusal.SAME_PERSON);
    assertThat(approve(administrator(ADACHI, second.value()), third)).isInstanceOf(Changed.class);
  }

  @Test
  void theCodeIsGoodForADay() throws Exception {
    UserId user = StaffBed.freshUser();
    String code = code(make(PLATFORM, user));
    bed.clock.advance(Duration.ofHours(24));
    assertThat(enrol(PLATFORM, user.value(), code).statusCode()).isEqualTo(400);
  }

  @Test // JN-01
  void onlyTheOperatorHasACodeMade() throws Exception {
    assertThat(make("municipal-client-" + ISHINOMAKI, TSUKUBA, StaffBed.freshUser()).statusCode())
        .isEqualTo(403);
    assertThat(make(new InstitutionCode("0220113112101700"), StaffBed.freshUser()).statusCode())
        .isEqualTo(404);
    assertThat(
            bed.gateway
                .post(
                    "operator-client",
                    "/operation/first-administrators",
                    "application/json",
                    "{".getBytes(StandardCharsets.UTF_8))
                .statusCode())
        .isEqualTo(400);
  }

  private HttpResponse<String> make(InstitutionCode institution, UserId user) throws Exception {
    return make("operator-client", institution, user);
  }

  private HttpResponse<String> make(String client, InstitutionCode institution, UserId user)
      throws Exception {
    String order =
        "{\"institution\":\"%s\",\"user\":\"%s\",\"name\":\"架空 管理者\"}".formatted(institution, user);
    return bed.gateway.post(
        client,
        "/operation/first-administrators",
        "application/json",
        order.getBytes(StandardCharsets.UTF_8));
  }

  private static String code(HttpResponse<String> made) throws IOException {
    assertThat(made.statusCode()).isEqualTo(200);
    return new ObjectMapper().readTree(made.body()).get("code").asText();
  }

  private HttpResponse<String> enrol(InstitutionCode institution, String user, String code) {
    return bed.browser()
        .submit(
            "/console/first",
            Map.of(
                "institution", institution.value(),
                "user", user,
                "code", code,
                "password", CHOSEN));
  }

  private AccountOutcome apply(
      StaffIdentity by, InstitutionCode institution, UserId user, StaffRole... roles) {
    return bed.bean(ApplyForAccount.class).apply(by, application(institution, user, roles));
  }

  private AccountOutcome approve(StaffIdentity by, UserId user) {
    return bed.bean(ApproveAccount.class).approve(by, user);
  }

  private static void assertRefused(AccountOutcome outcome, AccountRefusal refusal) {
    assertThat(outcome).isEqualTo(new Refused(refusal));
  }
}
