package jp.chukan.command.demo.inquiry;

import java.io.IOException;
import jp.chukan.command.demo.DemoScene;
import jp.chukan.command.demo.DemoStep;
import jp.chukan.command.demo.StepOutcome;
import jp.chukan.command.records.PartyRecords;

/** Inquirer, network and provider each kept records of their own; they say the same (MS-74). */
final class CompareInquiryRecords implements DemoStep {
  private static final int SHOWN = 3;

  @Override
  public String title() {
    return "records of inquirer, network and provider equal";
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    var records = PartyRecords.read(scene.installation(), scene.control());
    var differences = records.differences();
    var counts =
        "%,d of inquirers, %,d of the network, %,d of providers and %,d refused by the core system"
            .formatted(
                records.inquirers().size(),
                records.network().size(),
                records.providers().size(),
                records.network().numbers().size() - records.reached().numbers().size());
    return differences.isEmpty()
        ? new StepOutcome.Met(counts)
        : new StepOutcome.Unmet(
            "%s; %,d differ: %s"
                .formatted(
                    counts,
                    differences.size(),
                    String.join(
                        "; ", differences.subList(0, Math.min(SHOWN, differences.size())))));
  }
}
