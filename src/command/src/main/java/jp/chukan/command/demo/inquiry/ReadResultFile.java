package jp.chukan.command.demo.inquiry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.command.demo.DemoScene;
import jp.chukan.command.demo.DemoStep;
import jp.chukan.command.demo.StepOutcome;
import jp.chukan.command.inquiry.Expectation;
import jp.chukan.command.inquiry.ResultCheck;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.inquiryfile.ResultEncoding;

/**
 * The result file has every line in the order of the request, and holds what the providers hold
 * (MS-21, MS-24, MS-78, JN-13).
 */
final class ReadResultFile implements DemoStep {
  private static final int SHOWN = 3;

  private final InquiryScene inquiry;

  ReadResultFile(InquiryScene inquiry) {
    this.inquiry = inquiry;
  }

  @Override
  public String title() {
    return "result file read back in the order of the request";
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    var results = inquiry.results(scene);
    var answers =
        new HeldAnswers(
            scene, inquiry.prediction(scene), (int) inquiry.plan().count(Expectation.Leaves.class));
    var faults = new ArrayList<>(ResultCheck.faults(inquiry.plan(), results, answers));
    if (!inquiry.fetch(scene, inquiry.number(), ResultEncoding.MS932).equals(results)) {
      faults.add("the file in MS932 says something else");
    }
    long provided =
        results.stream().filter(line -> line.status() == InquiryStatus.COMPLETED).count();
    var counts =
        "%,d lines, %,d with content equal to what the providers hold; %,d bad lines told with line and field"
            .formatted(
                results.size(), provided, inquiry.plan().count(Expectation.Unreadable.class));
    return faults.isEmpty() && provided > 0
        ? new StepOutcome.Met(counts)
        : new StepOutcome.Unmet(counts + shown(faults));
  }

  private static String shown(List<String> faults) {
    return "; %,d faults: %s"
        .formatted(
            faults.size(), String.join("; ", faults.subList(0, Math.min(SHOWN, faults.size()))));
  }
}
