package jp.chukan.command.faults;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import jp.chukan.command.console.ConsoleAnswer;
import jp.chukan.command.console.ScriptedStaff;
import jp.chukan.command.console.ShownPage;
import jp.chukan.command.console.StaffOffice;
import jp.chukan.command.evidence.OfflineVerifier;
import jp.chukan.command.installation.Installation;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.evidence.EvidenceReport;

/** A fictitious 「団体管理者」 at the console, who has dead letters sent again and takes evidence out. */
final class Administrator {
  private static final String QUEUES = "/console/queues";
  private static final String EVIDENCE = "/console/evidence";
  private static final String LOGIN = "/console/login";

  private final Installation installation;
  private final ScriptedStaff person;

  private Administrator(Installation installation, ScriptedStaff person) {
    this.installation = installation;
    this.person = person;
  }

  /** Begins as the first administrator of a fresh installation. */
  static Administrator begin(Installation installation, InstitutionCode institution)
      throws IOException {
    return new Administrator(
        installation, StaffOffice.firstAdministrator(installation, institution));
  }

  /**
   * Has every dead letter of the institution sent again.
   *
   * @return how many
   */
  int redrive() throws IOException {
    int sent = 0;
    // the list shows those that nobody has decided about, a page at a time
    for (var letters = letters(); !letters.isEmpty(); letters = letters()) {
      for (var letter : letters) {
        var form = person.browser().open(letter).form(letter + "/redrive");
        var answer = person.browser().submit(form, Map.of("reason", "障害の復旧後に再処理する"));
        if (answer.refuses()) {
          throw new IOException("the console refused to send a letter again: " + answer);
        }
        sent++;
      }
    }
    return sent;
  }

  private List<String> letters() throws IOException {
    return open(QUEUES).content().select("a[href^=" + QUEUES + "/dead-letters/]").eachAttr("href");
  }

  /** Takes all evidence of the institution out and verifies it without the server. */
  EvidenceReport verifyEvidence() throws IOException {
    var form = open(EVIDENCE).form(EVIDENCE + "/file");
    return switch (person.browser().download(form, Map.of("purpose", "障害試験の検証のため"))) {
      case ConsoleAnswer.OfFile file ->
          OfflineVerifier.trusting(installation.keys().resolve("root.pem"))
              .verify(new ByteArrayInputStream(file.bytes()), List.of());
      case ConsoleAnswer.OfPage page -> throw new IOException("no evidence: " + page.page());
    };
  }

  /** Signs in anew when the session has ended. */
  private ShownPage open(String path) throws IOException {
    var page = person.browser().open(path);
    if (page.path().equals(path)) {
      return page;
    }
    if (page.path().equals(LOGIN)) {
      person.signInAgain();
    }
    return person.browser().open(path);
  }
}
