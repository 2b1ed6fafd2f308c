package jp.chukan.gateway.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.testing.Browser;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.RunningGateway;
import jp.chukan.gateway.testing.SoftwareAuthenticator;
import jp.chukan.gateway.testing.TestClock;

/** Staff at the console of the running server, for the tests of other packages. */
public final class ConsoleStaff {
  private static final String ENROLMENT = "/console/passkey/enrolment";
  private static final String PROOF = "/console/passkey/proof";

  private final StaffBed bed = new StaffBed();
  private final List<UserId> granted = new ArrayList<>();

  /**
   * Somebody at a browser.
   *
   * @param user who
   * @param browser in which the person has signed in
   */
  public record Clerk(UserId user, Browser browser) {}

  public RunningGateway gateway() {
    return bed.gateway;
  }

  public TestClock clock() {
    return bed.clock;
  }

  /** Signed in with a password only. */
  public Clerk withPassword(InstitutionCode institution, StaffRole... roles) {
    UserId user = bed.person(institution, roles);
    return new Clerk(user, bed.signedIn(institution, user));
  }

  /** Signed in with a passkey. */
  public Clerk withPasskey(InstitutionCode institution, StaffRole... roles) {
    Clerk clerk = withPassword(institution, roles);
    SoftwareAuthenticator passkey = new SoftwareAuthenticator();
    Browser browser = clerk.browser();
    try {
      browser.get("/console/passkey");
      String enrolled = passkey.enrol(browser.postJson(ENROLMENT + "/options", "").body());
      assertThat(browser.postJson(ENROLMENT, enrolled).statusCode()).isEqualTo(204);
      browser.get("/console/passkey");
      String proof = passkey.prove(browser.postJson(PROOF + "/options", "").body());
      assertThat(browser.postJson(PROOF, proof).statusCode()).isEqualTo(204);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return clerk;
  }

  /** From now on these too may provide, today and tomorrow: a test may pass midnight. */
  public void grant(InstitutionCode institution, Clerk... clerks) {
    Stream.of(clerks).map(Clerk::user).forEach(granted::add);
    LocalDate today = JapanDay.of(clock().instant());
    TestGrants.on(gateway().database())
        .inForce(
            institution,
            granted.stream()
                .flatMap(
                    user ->
                        Stream.of(today, today.plusDays(1))
                            .map(
                                day ->
                                    new Grant(
                                        user,
                                        StaffBed.DEPARTMENT,
                                        ProvisionDraft.AFFAIR,
                                        GrantedFunction.PROVISION,
                                        day,
                                        day,
                                        "試験")))
                .toArray(Grant[]::new));
  }
}
