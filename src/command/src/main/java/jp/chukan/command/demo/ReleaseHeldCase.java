package jp.chukan.command.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import jp.chukan.command.console.ScriptedStaff;
import jp.chukan.command.console.ShownPage;

/**
 * What was held leaves after two persons have decided so in the console, and not before: who
 * prepared it cannot approve it (MS-05, MS-06).
 */
final class ReleaseHeldCase implements DemoStep {
  private static final String CASES = "/console/approvals/";
  private static final int FORBIDDEN = 403;

  /** The version of a case that was prepared and nothing else. */
  private static final String PREPARED = "1";

  @Override
  public String title() {
    return "held case prepared by one, approved by another in the console";
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    var held = held(scene);
    if (held.isEmpty()) {
      return new StepOutcome.Unmet("no case is held");
    }
    var caseId = held.get().path("caseId").asText();
    var number = held.get().path("processingNumber").asText();
    var office = scene.office();
    office.grantProvision(held.get().path("affair").asText());
    var prepared = decide(office.officer(), caseId, "PROVIDE", "支援措置の対象者を確認済み");
    var alone = decide(office.officer(), caseId, "APPROVE", "本人による承認");
    var before = scene.exchange(number).path("state").asText();
    var approved = decide(office.approver(), caseId, "APPROVE", "内容を確認した");
    var exchange = scene.awaitEnd(number);
    boolean met =
        !prepared.refuses()
            && alone.status() == FORBIDDEN
            && before.equals("PENDING")
            && !approved.refuses()
            && exchange.path("state").asText().equals("ANSWERED")
            && exchange.path("matchesOriginal").asBoolean();
    return StepOutcome.of(
        met,
        "who prepared it refused with HTTP %d, exchange %s before and %s after, content %s to the original"
            .formatted(
                alone.status(),
                before,
                exchange.path("state").asText(),
                exchange.path("matchesOriginal").asBoolean() ? "equal" : "NOT equal"));
  }

  private static Optional<JsonNode> held(DemoScene scene) throws IOException {
    var cases = scene.client(scene.firstMunicipality()).approvalCases();
    return StreamSupport.stream(cases.spliterator(), false)
        .filter(waiting -> waiting.path("state").asText().equals("AWAITING"))
        .findFirst();
  }

  /** Opens the case, says why, and sends the form of the page with a deed. */
  private static ShownPage decide(ScriptedStaff who, String caseId, String deed, String comment)
      throws IOException {
    var browser = who.browser();
    var asked = browser.open(CASES + caseId);
    var shown = browser.submit(asked.form(CASES + caseId), Map.of("purpose", "承認待ちの処理"));
    var path = CASES + caseId + "/decision";
    var offered = shown.content().select("form[action=\"" + path + "\"]").forms();
    // a page that offers nothing is no protection by itself: the deed is tried all the same
    return offered.isEmpty()
        ? browser.force(path, shown, Map.of("deed", deed, "comment", comment, "version", PREPARED))
        : browser.submit(offered.getFirst(), Map.of("deed", deed, "comment", comment));
  }
}
