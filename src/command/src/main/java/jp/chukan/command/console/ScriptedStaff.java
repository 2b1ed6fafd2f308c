package jp.chukan.command.console;

import java.io.IOException;
import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;

/**
 * One person of the staff who does by script what a person does at the console: signs in, chooses a
 * password, enrols a passkey and proves it.
 */
public final class ScriptedStaff {
  private static final String PASSKEY = "/console/passkey";

  private final ConsoleBrowser browser;
  private final InstitutionCode institution;
  private final UserId user;
  private final String password;
  private final SoftwarePasskey passkey;

  /**
   * @param browser of this person alone
   * @param institution whose staff
   * @param user id of the person
   * @param password that the person chooses
   */
  public ScriptedStaff(
      ConsoleBrowser browser, InstitutionCode institution, UserId user, String password) {
    this.browser = browser;
    this.institution = institution;
    this.user = user;
    this.password = password;
    this.passkey = new SoftwarePasskey(browser.origin());
  }

  public UserId user() {
    return user;
  }

  /** The person's browser, for the work itself. */
  public ConsoleBrowser browser() {
    return browser;
  }

  /** Begins as the first administrator with the one-time code, and signs in with a passkey. */
  public void beginWithCode(String code) throws IOException {
    var form = browser.open("/console/first").form("/console/first");
    expect(
        browser.submit(
            form,
            Map.of(
                "institution",
                institution.value(),
                "user",
                user.value(),
                "code",
                code,
                "password",
                password)),
        "/console/login");
    signIn(password);
    enrolPasskey();
  }

  /** Signs in for the first time and chooses a password. */
  public void beginWithPassword(String initial) throws IOException {
    signIn(initial);
    var form = browser.open("/console/password").form("/console/password");
    expect(
        browser.submit(form, Map.of("present", initial, "next", password, "again", password)),
        "/console/account");
  }

  /** Enrols a passkey, which then has proven this session. */
  public void enrolPasskey() throws IOException {
    sendPasskey("enrolment");
    sendPasskey("proof");
  }

  /** Signs in once more, with password and passkey. */
  public void signInAgain() throws IOException {
    signIn(password);
    sendPasskey("proof");
  }

  private void sendPasskey(String deed) throws IOException {
    var token = browser.open(PASSKEY).content().expectFirst("input[name=_csrf]").val();
    var path = PASSKEY + "/" + deed;
    var options = browser.postJson(path + "/options", token, "");
    browser.postJson(
        path, token, deed.equals("enrolment") ? passkey.enrol(options) : passkey.prove(options));
  }

  private void signIn(String with) throws IOException {
    var form = browser.open("/console/login").form("/console/login");
    var page =
        browser.submit(
            form,
            Map.of("institution", institution.value(), "user", user.value(), "password", with));
    if (page.refuses()) {
      throw new IOException("the console did not let %s in".formatted(user));
    }
  }

  private static void expect(ShownPage page, String path) throws IOException {
    if (page.refuses() || !page.path().equals(path)) {
      throw new IOException("%s is shown instead of %s".formatted(page, path));
    }
  }

  @Override
  public String toString() {
    return "ScriptedStaff[" + user + "]";
  }
}
