package jp.chukan.command.demo;

import java.io.IOException;
import jp.chukan.contract.error.ErrorCode;

/**
 * Nobody asks outside the list: the core system refuses, and when it does not look, the server does
 * (MS-01, MS-02, MS-103).
 */
final class RefuseOutsideList implements DemoStep {
  /** 児童福祉法: an inquiry of a prefecture, never of the ministry. */
  private static final String ITEM_OF_PREFECTURES = "8";

  private static final String EXPECTED = ErrorCode.TKY_NOT_ON_LIST.id();

  @Override
  public String title() {
    return "inquiry outside the list refused on both sides";
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    int resident = scene.resident(false);
    var byCore = scene.ask(ITEM_OF_PREFECTURES, resident);
    try {
      scene.control().post("/control/core", settings -> settings.put("checkList", false));
      var passed = scene.ask(ITEM_OF_PREFECTURES, resident);
      var byServer = scene.awaitEnd(passed.path("processingNumber").asText());
      return StepOutcome.of(
          byCore.path("coreOutcome").asText().equals("REFUSED")
              && byCore.path("errorCode").asText().equals(EXPECTED)
              && passed.path("coreOutcome").asText().equals("SENT")
              && byServer.path("state").asText().equals("REFUSED")
              && byServer.path("errorCode").asText().equals(EXPECTED),
          "core system %s; with its check off, server %s"
              .formatted(
                  byCore.path("errorCode").asText("did not refuse"),
                  byServer.path("errorCode").asText("did not refuse")));
    } finally {
      scene.control().post("/control/core", settings -> settings.put("checkList", true));
    }
  }
}
