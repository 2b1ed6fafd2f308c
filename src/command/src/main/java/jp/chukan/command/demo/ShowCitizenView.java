package jp.chukan.command.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A resident sees who asked about them, what is kept of them and what they are told; of a person
 * under 「支援措置」, about whom something was provided as well, nothing is shown (MS-77, MU-05).
 */
final class ShowCitizenView implements DemoStep {

  @Override
  public String title() {
    return "resident sees who asked and why; 不開示 hides it";
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    var resident = path(scene, scene.resident(false));
    var told =
        scene
            .control()
            .post(
                resident + "/notices",
                notice -> notice.put("title", "架空の健診のお知らせ").put("text", "架空会館で行います。"));
    var view = scene.control().get(resident + "/view?information=true");
    var read =
        scene
            .control()
            .post(resident + "/notices/" + told.path("number").asText() + "/read", none -> {});
    var hidden = scene.control().get(path(scene, scene.resident(true)) + "/view?information=true");
    long provided =
        elements(view, "exchanges")
            .filter(one -> one.path("inquirer").asText().equals(DemoScene.MINISTRY.value()))
            .filter(one -> one.path("outcome").asText().equals("PROVIDED"))
            .filter(one -> !one.path("affairName").asText().isEmpty())
            .count();
    long shown = items(view);
    boolean met =
        provided > 0
            && shown > 0
            && elements(view, "notices").count() == 1
            && elements(read, "notices").allMatch(one -> one.hasNonNull("readAt"))
            && elements(hidden, "exchanges").findAny().isEmpty()
            && items(hidden) == 0
            && elements(view, "unanswered").findAny().isEmpty()
            && elements(hidden, "unanswered").findAny().isEmpty();
    return StepOutcome.of(
        met,
        "%d of the ministry among %d exchanges, %d items of their own, a notice read; under 支援措置 %d exchanges, %d items"
            .formatted(
                provided,
                elements(view, "exchanges").count(),
                shown,
                elements(hidden, "exchanges").count(),
                items(hidden)));
  }

  private static String path(DemoScene scene, int resident) {
    return "/control/municipalities/%s/residents/%d".formatted(scene.firstMunicipality(), resident);
  }

  private static long items(JsonNode view) {
    return elements(view, "information").mapToLong(one -> one.path("items").asLong()).sum();
  }

  private static Stream<JsonNode> elements(JsonNode view, String field) {
    return StreamSupport.stream(view.path(field).spliterator(), false);
  }
}
