package jp.chukan.command.demo.inquiry;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Collectors;
import jp.chukan.command.demo.DemoScene;
import jp.chukan.command.demo.DemoStep;
import jp.chukan.command.demo.StepOutcome;
import jp.chukan.command.inquiry.Expectation;
import jp.chukan.command.records.RecordSet;
import jp.chukan.contract.error.ErrorCode;

/**
 * Unlisted, without 符号, 住基事務, without a grant, unknown provider, in the house: refused here, and
 * the network never heard of them (MS-16, MS-20, MS-22, MS-25).
 */
final class KeepRefusedInside implements DemoStep {
  private final InquiryScene inquiry;

  KeepRefusedInside(InquiryScene inquiry) {
    this.inquiry = inquiry;
  }

  @Override
  public String title() {
    return "refused here, never seen by the network";
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    var network =
        RecordSet.of(
                scene.control().get("/control/records?side=NETWORK"),
                exchange ->
                    exchange.path("inquirer").asText().equals(scene.firstMunicipality().value()))
            .numbers();
    var left = new HashSet<String>();
    var refused = new EnumMap<ErrorCode, Integer>(ErrorCode.class);
    var results = inquiry.results(scene);
    for (int index = 0; index < results.size(); index++) {
      var line = results.get(index);
      if (inquiry.plan().lines().get(index).expectation() instanceof Expectation.Leaves) {
        left.add(String.valueOf(line.processingNumber()));
      } else if (line.errorCode() != null) {
        refused.merge(line.errorCode(), 1, Integer::sum);
      }
    }
    return StepOutcome.of(
        network.equals(left) && !refused.isEmpty(),
        "%s; the network knows %,d inquiries, %,d left"
            .formatted(counts(refused), network.size(), left.size()));
  }

  private static String counts(Map<ErrorCode, Integer> refused) {
    return refused.entrySet().stream()
        .map(code -> "%s %,d".formatted(code.getKey().id(), code.getValue()))
        .collect(Collectors.joining(", "));
  }
}
