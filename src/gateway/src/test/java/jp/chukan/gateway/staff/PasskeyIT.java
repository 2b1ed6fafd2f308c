package jp.chukan.gateway.staff;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.testing.Browser;
import jp.chukan.gateway.testing.SoftwareAuthenticator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("役割とパスキー")
class PasskeyIT {
  private static final String ENROLMENT = "/console/passkey/enrolment";
  private static final String PROOF = "/console/passkey/proof";

  private final StaffBed bed = new StaffBed();

  @Test // JN-17
  void aPageOpensOnlyToTheRolesThatItNames() {
    Browser officer = bed.signedIn(ISHINOMAKI, bed.person(ISHINOMAKI, StaffRole.OFFICER));
    assertThat(officer.get("/console/test/officer").statusCode()).isEqualTo(200);
    assertThat(officer.get("/console/test/none").statusCode()).isEqualTo(403);
    assertThat(officer.get("/console/test/approver").statusCode()).isEqualTo(403);
    assertThat(officer.get("/console/test/operator").statusCode()).isEqualTo(403);
  }

  @Test // MS-93
  void theOperatorReachesNothingButItsOwn() {
    Browser operator = bed.signedIn(PLATFORM, bed.person(PLATFORM, StaffRole.OPERATOR));
    assertThat(operator.get("/console/test/operator").statusCode()).isEqualTo(200);
    assertThat(operator.get("/console/test/officer").statusCode()).isEqualTo(403);
    assertThat(operator.get("/console/test/approver").statusCode()).isEqualTo(403);
    assertThat(operator.get("/console/test/none").statusCode()).isEqualTo(403);
  }

  @Test // JN-20, MS-06
  void anApproverIsOneOnlyAfterAPasskeyInThisSession() throws Exception {
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER, StaffRole.APPROVER);
    SoftwareAuthenticator passkey = new SoftwareAuthenticator();
    Browser browser = bed.signedIn(ISHINOMAKI, user);
    assertThat(browser.get("/console/test/officer").body()).endsWith(" false");
    assertLedToPasskey(browser);

    assertThat(enrol(browser, passkey).statusCode()).isEqualTo(204);
    assertLedToPasskey(browser);
    assertThat(prove(browser, passkey).statusCode()).isEqualTo(204);
    assertThat(browser.get("/console/test/approver").body())
        .isEqualTo(ISHINOMAKI + " " + user + " true");

    Browser next = bed.signedIn(ISHINOMAKI, user);
    assertLedToPasskey(next);
    assertThat(prove(next, passkey).statusCode()).isEqualTo(204);
    assertThat(next.get("/console/test/approver").statusCode()).isEqualTo(200);
    assertThat(bed.operations(ISHINOMAKI, user.value()))
        .contains("ACCOUNT account-passkey true", "LOGIN passkey-proof true");
  }

  @Test // JN-20
  void aStolenPasswordEnrolsNoSecondPasskey() throws Exception {
    UserId user = bed.person(ISHINOMAKI, StaffRole.APPROVER);
    enrol(bed.signedIn(ISHINOMAKI, user), new SoftwareAuthenticator());
    Browser thief = bed.signedIn(ISHINOMAKI, user);
    thief.get("/console/passkey");
    assertThat(thief.postJson(ENROLMENT + "/options", "").statusCode()).isEqualTo(403);
  }

  @Test // JN-20
  void whatIsNoProofIsRefusedAndKept() throws Exception {
    UserId user = bed.person(ISHINOMAKI, StaffRole.APPROVER);
    SoftwareAuthenticator passkey = new SoftwareAuthenticator();
    Browser browser = bed.signedIn(ISHINOMAKI, user);
    enrol(browser, passkey);

    assertThat(prove(browser, new SoftwareAuthenticator()).statusCode())
        .as("unknown passkey")
        .isEqualTo(400);
    passkey.origin = "https://elsewhere.example";
    assertThat(prove(browser, passkey).statusCode()).as("shown elsewhere").isEqualTo(400);
    passkey.origin = "https://localhost";
    passkey.verifies = false;
    assertThat(prove(browser, passkey).statusCode()).as("user not verified").isEqualTo(400);
    passkey.verifies = true;
    assertThat(browser.postJson(PROOF, "{").statusCode()).as("no JSON").isEqualTo(400);

    browser.get("/console/passkey");
    String signed = passkey.prove(browser.postJson(PROOF + "/options", "").body());
    assertThat(browser.postJson(PROOF, signed).statusCode()).isEqualTo(204);
    assertThat(browser.postJson(PROOF, signed).statusCode()).as("sent again").isEqualTo(400);
    assertThat(bed.operations(ISHINOMAKI, user.value()))
        .contains("LOGIN_FAILED passkey-proof false");
  }

  @Test // JN-16, JN-20
  void anotherPersonsPasskeyProvesNobody() throws Exception {
    UserId one = bed.person(ISHINOMAKI, StaffRole.APPROVER);
    UserId other = bed.person(ISHINOMAKI, StaffRole.APPROVER);
    SoftwareAuthenticator ofOther = new SoftwareAuthenticator();
    enrol(bed.signedIn(ISHINOMAKI, other), ofOther);
    Browser browser = bed.signedIn(ISHINOMAKI, one);
    enrol(browser, new SoftwareAuthenticator());
    assertThat(prove(browser, ofOther).statusCode()).isEqualTo(400);
    assertLedToPasskey(browser);
  }

  private static HttpResponse<String> enrol(Browser browser, SoftwareAuthenticator passkey)
      throws IOException {
    browser.get("/console/passkey");
    return browser.postJson(
        ENROLMENT, passkey.enrol(browser.postJson(ENROLMENT + "/options", "").body()));
  }

  private static HttpResponse<String> prove(Browser browser, SoftwareAuthenticator passkey)
      throws IOException, GeneralSecurityException {
    browser.get("/console/passkey");
    return browser.postJson(PROOF, passkey.prove(browser.postJson(PROOF + "/options", "").body()));
  }

  private static void assertLedToPasskey(Browser browser) {
    HttpResponse<String> answer = browser.get("/console/test/approver");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(place -> assertThat(place).endsWith("/console/passkey"));
  }
}
