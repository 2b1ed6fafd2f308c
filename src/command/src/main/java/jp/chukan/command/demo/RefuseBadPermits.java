package jp.chukan.command.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.contract.error.ErrorCode;

/**
 * No answer without a permit for that very request (MS-03, MS-04, JN-27): each defect has its code.
 */
final class RefuseBadPermits implements DemoStep {

  /**
   * A defect and what the server says to it.
   *
   * @param name for the person who watches
   * @param fault what the network is told to do
   * @param expected the server's code
   */
  private record Defect(String name, String fault, ErrorCode expected) {}

  private static final List<Defect> DEFECTS =
      List.of(
          new Defect("expired", "EXPIRED_PERMIT", ErrorCode.TKY_PERMIT_EXPIRED),
          new Defect("replayed", "REUSED_PERMIT_ID", ErrorCode.TKY_PERMIT_REPLAYED),
          new Defect("foreign", "FOREIGN_PERMIT", ErrorCode.TKY_PERMIT_FOREIGN),
          new Defect("tampered", "TAMPERED_PERMIT", ErrorCode.TKY_PERMIT_SIGNATURE));

  @Override
  public String title() {
    return "expired, replayed, foreign, tampered permit refused";
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    int resident = scene.resident(false);
    var met = true;
    var said = new ArrayList<String>();
    for (var defect : DEFECTS) {
      var asked = scene.ask(DemoScene.ITEM_OF_MINISTRY, resident, defect.fault());
      var exchange = scene.awaitEnd(asked.path("processingNumber").asText());
      var code = exchange.path("errorCode").asText(exchange.path("state").asText());
      boolean expected = code.equals(defect.expected().id());
      met &= expected;
      said.add(
          "%s %s%s"
              .formatted(
                  defect.name(), code, expected ? "" : " instead of " + defect.expected().id()));
    }
    return StepOutcome.of(met, String.join(", ", said));
  }
}
