package jp.chukan.command.demo.inquiry;

import java.io.IOException;
import jp.chukan.command.demo.DemoScene;
import jp.chukan.command.demo.DemoStep;
import jp.chukan.command.demo.StepOutcome;
import jp.chukan.contract.code.InquiryStatus;

/** One inquiry by message: accepted at once, fetched later by its number (MS-21, MS-24). */
final class InquireByMessage implements DemoStep {
  private final InquiryScene inquiry;

  InquireByMessage(InquiryScene inquiry) {
    this.inquiry = inquiry;
  }

  @Override
  public String title() {
    return "情報照会 by message, the same again changes nothing";
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    var message = MessageInquiry.again(scene, inquiry);
    var result = message.sendAndAwait();
    var again = message.send();
    boolean same =
        result.processingNumber() != null
            && result.processingNumber().equals(again.processingNumber());
    return StepOutcome.of(
        same && result.status() == InquiryStatus.COMPLETED && !result.items().isEmpty(),
        "%s with %,d items; the second time %s"
            .formatted(
                result.status(), result.items().size(), same ? "the same 処理通番" : "ANOTHER 処理通番"));
  }
}
