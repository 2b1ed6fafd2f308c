package jp.chukan.command.demo.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import jp.chukan.command.demo.DemoScene;
import jp.chukan.command.demo.DemoStep;
import jp.chukan.command.demo.StepOutcome;
import jp.chukan.command.inquiry.InquiryPlan;
import jp.chukan.command.inquiry.PermittedTuple;
import jp.chukan.command.installation.Waiting;
import jp.chukan.contract.code.InquiryStatus;

/**
 * Two business systems ask about somebody, each by its own 「宛名番号」 and through the 宛名 hub: it is the
 * same person, and each gets its own result under its own number (MS-24, MS-33).
 */
final class AskFromBusinessSystems implements DemoStep {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String REGISTER = "RESIDENT_RECORDS";
  private static final String TAX = "TAX";

  private final InquiryScene inquiry;

  AskFromBusinessSystems(InquiryScene inquiry) {
    this.inquiry = inquiry;
  }

  @Override
  public String title() {
    return "住民記録 and 税務 ask through the 宛名 hub, each by its own 宛名番号";
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    var answered = inquiry.firstProvided(scene);
    scene
        .control()
        .post(
            municipality(scene) + "/entries",
            order ->
                order
                    .put("from", answered.person())
                    .put("to", answered.person() + 1)
                    .put("system", TAX));
    var register = ask(scene, REGISTER, answered);
    var tax = ask(scene, TAX, answered);
    boolean same =
        isCompleted(register)
            && isCompleted(tax)
            && register.path("items").equals(tax.path("items"));
    boolean own =
        !register.path("addresseeNumber").asText().equals(tax.path("addresseeNumber").asText());
    return StepOutcome.of(
        same && own,
        "%s items for two %s 宛名番号"
            .formatted(same ? "the same" : "OTHER", own ? "different" : "EQUAL"));
  }

  private JsonNode ask(DemoScene scene, String system, InquiryScene.Answered answered)
      throws IOException {
    var asked =
        scene
            .control()
            .post(
                municipality(scene) + "/inquiries",
                order ->
                    order
                        .put("system", system)
                        .put("person", answered.person())
                        .put("information", answered.tuple().information().value())
                        .put("provider", answered.tuple().provider().value())
                        .put("item", item(answered.tuple()))
                        .put("department", InquiryPlan.DEPARTMENT.value())
                        .put("user", InquiryPlan.USER.value()));
    var result =
        "%s/inquiries/%s?system=%s&department=%s&user=%s"
            .formatted(
                municipality(scene),
                asked.path("reference").asText(),
                system,
                InquiryPlan.DEPARTMENT.value(),
                InquiryPlan.USER.value());
    Waiting.until(PATIENCE, () -> get(scene, result).path("complete").asBoolean());
    return get(scene, result);
  }

  private static JsonNode get(DemoScene scene, String path) {
    try {
      return scene.control().get(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isCompleted(JsonNode result) {
    return result.path("status").asText().equals(InquiryStatus.COMPLETED.wireValue());
  }

  private static String municipality(DemoScene scene) {
    return "/control/municipalities/" + scene.firstMunicipality();
  }

  /** Item of 別表第二 that the digits of the 事務コード tell, for example {@code 27} or {@code 85の2}. */
  private static String item(PermittedTuple tuple) {
    var affair = tuple.affair().value();
    int item = Integer.parseInt(affair.substring(10, 13));
    int branch = Integer.parseInt(affair.substring(13));
    return branch == 0 ? String.valueOf(item) : item + "の" + branch;
  }
}
