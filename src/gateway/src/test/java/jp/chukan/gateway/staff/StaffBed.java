package jp.chukan.gateway.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.staff.account.AccountOutcome.Changed;
import jp.chukan.gateway.staff.account.Application;
import jp.chukan.gateway.staff.account.ApplyForAccount;
import jp.chukan.gateway.staff.account.ApproveAccount;
import jp.chukan.gateway.testing.Browser;
import jp.chukan.gateway.testing.RunningGateway;
import jp.chukan.gateway.testing.SoftwareAuthenticator;
import jp.chukan.gateway.testing.TestClock;

/**
 * Staff of a test at the console of a running server whose time stands still. All are fictitious.
 */
public final class StaffBed {
  public static final String PASSWORD = "架空の職員の合言葉です。";
  public static final DepartmentCode DEPARTMENT = new DepartmentCode("D001");
  private static final AtomicInteger COUNT = new AtomicInteger();

  public final RunningGateway gateway;
  public final TestClock clock;

  public StaffBed() {
    this(RunningGateway.timed());
  }

  /**
   * @param gateway whose time a test moves
   */
  public StaffBed(RunningGateway gateway) {
    this.gateway = gateway;
    this.clock = gateway.context().getBean(TestClock.class);
  }

  /**
   * A person at a browser.
   *
   * @param user who
   * @param browser signed in
   */
  record Signed(UserId user, Browser browser) {}

  /** Somebody who administrates, as a session with a passkey would prove. */
  public static StaffIdentity administrator(InstitutionCode institution, String user) {
    return identity(institution, user, StaffRole.ADMINISTRATOR);
  }

  public static StaffIdentity identity(
      InstitutionCode institution, String user, StaffRole... roles) {
    return new StaffIdentity(institution, new UserId(user), DEPARTMENT, Set.of(roles), true);
  }

  public static UserId freshUser() {
    return new UserId("kaku" + COUNT.incrementAndGet());
  }

  public static Application application(
      InstitutionCode institution, UserId user, StaffRole... roles) {
    return new Application(institution, user, "架空 職員", DEPARTMENT, Set.of(roles), "試験のため");
  }

  /** An account that was approved, with its initial password. */
  public String approved(InstitutionCode institution, UserId user, StaffRole... roles) {
    bean(ApplyForAccount.class)
        .apply(administrator(institution, "applicant"), application(institution, user, roles));
    var outcome = bean(ApproveAccount.class).approve(administrator(institution, "approver"), user);
    assertThat(outcome).isInstanceOf(Changed.class);
    var initial = ((Changed) outcome).initial();
    return Objects.requireNonNull(initial).value();
  }

  /** An account whose person has chosen {@link #PASSWORD}. */
  public UserId person(InstitutionCode institution, StaffRole... roles) {
    return person(institution, freshUser(), roles);
  }

  /** The same with this id. */
  public UserId person(InstitutionCode institution, UserId user, StaffRole... roles) {
    String initial = approved(institution, user, roles);
    Browser browser = browser();
    browser.login(institution.value(), user.value(), initial);
    changePassword(browser, initial, PASSWORD);
    browser.get("/console/account");
    browser.post("/console/logout", Map.of());
    return user;
  }

  /** Somebody new who has signed in and shown a passkey. */
  Signed proven(InstitutionCode institution, StaffRole... roles) {
    UserId user = person(institution, roles);
    Browser browser = signedIn(institution, user);
    prove(browser, new SoftwareAuthenticator());
    return new Signed(user, browser);
  }

  /** Enrols the passkey and shows it. */
  static void prove(Browser browser, SoftwareAuthenticator passkey) {
    try {
      browser.get("/console/passkey");
      String enrolment = browser.postJson("/console/passkey/enrolment/options", "").body();
      browser.postJson("/console/passkey/enrolment", passkey.enrol(enrolment));
      browser.get("/console/passkey");
      String proof = browser.postJson("/console/passkey/proof/options", "").body();
      assertThat(browser.postJson("/console/passkey/proof", passkey.prove(proof)).statusCode())
          .isEqualTo(204);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A browser in which the person has just signed in. */
  public Browser signedIn(InstitutionCode institution, UserId user) {
    Browser browser = browser();
    var answer = browser.login(institution.value(), user.value(), PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(302);
    return browser;
  }

  /** A browser in which the person has just signed in and used a passkey. */
  public Browser signedInWithPasskey(InstitutionCode institution, UserId user) {
    Browser browser = signedIn(institution, user);
    SoftwareAuthenticator passkey = new SoftwareAuthenticator();
    assertThat(passkey.enrolIn(browser).statusCode()).isEqualTo(204);
    assertThat(passkey.proveIn(browser).statusCode()).isEqualTo(204);
    return browser;
  }

  static void changePassword(Browser browser, String present, String next) {
    var answer =
        browser.submit(
            "/console/password", Map.of("present", present, "next", next, "again", next));
    assertThat(answer.statusCode()).isEqualTo(302);
  }

  public Browser browser() {
    return new Browser(gateway);
  }

  public <T> T bean(Class<T> type) {
    return gateway.context().getBean(type);
  }

  /** Kind, function and success of what the 「操作ログ」 says of this person, the first first. */
  public List<String> operations(InstitutionCode institution, String user) {
    return gateway
        .database()
        .everything()
        .sql(
            """
            select kind || ' ' || operation_function || ' ' || succeeded
              from operation
             where institution_code = ? and user_id = ?
             order by id
            """)
        .params(institution.value(), user)
        .query(String.class)
        .list();
  }
}
