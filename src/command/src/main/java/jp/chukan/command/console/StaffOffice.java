package jp.chukan.command.console;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import jp.chukan.command.client.OperatorClient;
import jp.chukan.command.inquiry.InquiryPlan;
import jp.chukan.command.installation.Installation;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;

/**
 * The fictitious staff of a municipality: two 「団体管理者」 who begin with a one-time code, and a 「担当者」
 * and an 「承認者」 whose accounts and grants one of them applies for and the other gives (JN-14,
 * MU-13).
 */
public final class StaffOffice {
  private static final String APPLICATIONS = "/console/staff-applications";
  private static final String GRANTS = "/console/grant-applications";
  private static final String REASON = "試験のため";
  private static final int PASSWORD_BYTES = 24;

  private final ScriptedStaff chief;
  private final ScriptedStaff deputy;
  private final ScriptedStaff officer;
  private final ScriptedStaff approver;

  private StaffOffice(Installation installation, InstitutionCode institution, ScriptedStaff chief)
      throws IOException {
    this.chief = chief;
    this.deputy = person(installation, institution, "demo-kanri2");
    this.officer = person(installation, institution, "demo-tanto");
    this.approver = person(installation, institution, "demo-shonin");
  }

  /** Makes the accounts and lets everybody begin. */
  public static StaffOffice open(Installation installation, InstitutionCode institution)
      throws IOException {
    var office =
        new StaffOffice(installation, institution, firstAdministrator(installation, institution));
    office.begin();
    return office;
  }

  /**
   * The first 「団体管理者」 alone, who begins with the one-time code: enough to have dead letters sent
   * again and to take evidence out.
   */
  public static ScriptedStaff firstAdministrator(
      Installation installation, InstitutionCode institution) throws IOException {
    var chief = person(installation, institution, "demo-kanri1");
    var made =
        OperatorClient.connect(installation.gatewayUri(), installation.keys())
            .firstAdministrator(institution, chief.user().value(), "架空 管理一郎");
    chief.beginWithCode(made.get("code").asText());
    return chief;
  }

  /** Has who prepares and who decides get the grant to provide for an affair. */
  public void grantProvision(String affair) throws IOException {
    for (var person : List.of(officer, approver)) {
      grant(person, affair);
    }
  }

  /** Who prepares. */
  public ScriptedStaff officer() {
    return officer;
  }

  /** Who decides. */
  public ScriptedStaff approver() {
    return approver;
  }

  /** Who takes evidence out. */
  public ScriptedStaff chief() {
    return chief;
  }

  private void begin() throws IOException {
    // the first administrator may approve the second alone, and nobody else
    deputy.beginWithPassword(account(chief, chief, deputy, "架空 管理二郎", "ADMINISTRATOR"));
    deputy.enrolPasskey();
    officer.beginWithPassword(account(chief, deputy, officer, "架空 担当三子", "OFFICER"));
    approver.beginWithPassword(account(chief, deputy, approver, "架空 承認四子", "APPROVER"));
    approver.enrolPasskey();
  }

  /** One applies for the account and the other approves; gives the initial password. */
  private static String account(
      ScriptedStaff applicant, ScriptedStaff giver, ScriptedStaff whose, String name, String role)
      throws IOException {
    var form = applicant.browser().open(APPLICATIONS).form(APPLICATIONS);
    done(
        applicant
            .browser()
            .submit(
                form,
                Map.of(
                    "user", whose.user().value(),
                    "name", name,
                    "department", InquiryPlan.DEPARTMENT.value(),
                    "roles", role,
                    "reason", REASON)));
    var waiting =
        giver.browser().open("/console/staff/account?user=" + encode(whose.user().value()));
    var approved = giver.browser().submit(waiting.form("/console/staff/approval"), Map.of());
    return done(approved).text("code.initial");
  }

  private void grant(ScriptedStaff whose, String affair) throws IOException {
    var form = chief.browser().open(GRANTS).form(GRANTS);
    var asked =
        done(
            chief
                .browser()
                .submit(
                    form,
                    Map.of(
                        "user",
                        whose.user().value(),
                        "department",
                        InquiryPlan.DEPARTMENT.value(),
                        "affair",
                        affair,
                        "function",
                        "PROVISION",
                        "reason",
                        REASON)));
    var waiting = deputy.browser().open(asked.path());
    done(deputy.browser().submit(waiting.form(asked.path() + "/giving"), Map.of()));
  }

  private static ShownPage done(ShownPage page) throws IOException {
    if (page.refuses()) {
      throw new IOException("the console refused: " + page);
    }
    return page;
  }

  private static ScriptedStaff person(
      Installation installation, InstitutionCode institution, String user) throws IOException {
    var bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new ScriptedStaff(
        ConsoleBrowser.open(installation.consoleUri(), installation.keys()),
        institution,
        new UserId(user),
        Base64.getUrlEncoder().encodeToString(bytes));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
