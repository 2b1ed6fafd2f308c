package jp.chukan.gateway.staff;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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
  void anApproverIsOneOnlyAfterAPasskeyInThisSession() {
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER, StaffRole.APPROVER);
    SoftwareAuthenticator passkey = new SoftwareAuthenticator();
    Browser browser = bed.signedIn(ISHINOMAKI, user);
    assertThat(browser.get("/console/test/officer").body()).endsWith(" false");
    assertLedToPasskey(browser);

    assertThat(passkey.enrolIn(browser).statusCode()).isEqualTo(204);
    assertLedToPasskey(browser);
    assertThat(passkey.proveIn(browser).statusCode()).isEqualTo(204);
    assertThat(browser.get("/console/test/approver").body())
        .isEqualTo(ISHINOMAKI + " " + user + " true");

    Browser next = bed.signedIn(ISHINOMAKI, user);
    assertLedToPasskey(next);
    assertThat(passkey.proveIn(next).statusCode()).isEqualTo(204);
    assertThat(next.get("/console/test/approver").statusCode()).isEqualTo(200);
    assertThat(bed.operations(ISHINOMAKI, user.value()))
        .contains("ACCOUNT account-passkey true", "LOGIN passkey-proof true");
  }

  @Test // JN-20
  void aStolenPasswordEnrolsNoSecondPasskey() {
    UserId user = bed.person(ISHINOMAKI, StaffRole.APPROVER);
    new SoftwareAuthenticator().enrolIn(bed.signedIn(ISHINOMAKI, user));
    Browser thief = bed.signedIn(ISHINOMAKI, user);
    thief.get("/console/passkey");
    assertThat(thief.postJson(ENROLMENT + "/options", "").statusCode()).isEqualTo(403);
  }

  @Test // JN-20
  void whatIsNoProofIsRefusedAndKept() throws Exception {
    UserId user = bed.person(ISHINOMAKI, StaffRole.APPROVER);
    SoftwareAuthenticator passkey = new SoftwareAuthenticator();
    Browser browser = bed.signedIn(ISHINOMAKI, user);
    passkey.enrolIn(browser);

    assertThat(new SoftwareAuthenticator().proveIn(browser).statusCode())
        .as("unknown passkey")
        .isEqualTo(400);
    passkey.origin = "https://elsewhere.example";
    assertThat(passkey.proveIn(browser).statusCode()).as("shown elsewhere").isEqualTo(400);
    passkey.origin = "https://localhost";
    passkey.verifies = false;
    assertThat(passkey.proveIn(browser).statusCode()).as("user not verified").isEqualTo(400);
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
  void anotherPersonsPasskeyProvesNobody() {
    UserId one = bed.person(ISHINOMAKI, StaffRole.APPROVER);
    UserId other = bed.person(ISHINOMAKI, StaffRole.APPROVER);
    SoftwareAuthenticator ofOther = new SoftwareAuthenticator();
    ofOther.enrolIn(bed.signedIn(ISHINOMAKI, other));
    Browser browser = bed.signedIn(ISHINOMAKI, one);
    new SoftwareAuthenticator().enrolIn(browser);
    assertThat(ofOther.proveIn(browser).statusCode()).isEqualTo(400);
    assertLedToPasskey(browser);
  }

  private static void assertLedToPasskey(Browser browser) {
    HttpResponse<String> answer = browser.get("/console/test/approver");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(place -> assertThat(place).endsWith("/console/passkey"));
  }
}
