package jp.chukan.command.demo;

import java.io.IOException;
import jp.chukan.contract.error.ErrorCode;

/** The network publishes its 「照会許可照合リスト」; a forged version does not replace it (MS-01, MS-42). */
final class ReceiveList implements DemoStep {

  @Override
  public String title() {
    return "照会許可照合リスト received and verified";
  }

  @Override
  public boolean isFoundation() {
    return true;
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    var published = scene.control().post("/control/permission-lists", order -> {});
    var forged =
        scene
            .control()
            .post(
                "/control/permission-lists",
                order -> order.putArray("faults").add("FORGED_SIGNATURE"));
    var inForce = scene.client(scene.firstMunicipality()).permissionList();
    return StepOutcome.of(
        published.path("outcome").asText().equals("ACCEPTED")
            && inForce.path("version").asInt() == published.path("version").asInt()
            && inForce.path("entries").asInt() == published.path("entries").asInt()
            && forged.path("errorCode").asText().equals(ErrorCode.SCM_LIST_SIGNATURE.id()),
        "version %s with %,d entries in force; a forged one refused (%s)"
            .formatted(
                inForce.path("version").asText(),
                inForce.path("entries").asInt(),
                forged.path("errorCode").asText("no")));
  }
}
