package jp.chukan.command.demo.inquiry;

import java.io.IOException;
import java.time.Duration;
import jp.chukan.command.demo.DemoScene;
import jp.chukan.command.demo.DemoStep;
import jp.chukan.command.demo.StepOutcome;
import jp.chukan.command.inquiry.InquiryPlan;
import jp.chukan.command.inquiry.PermittedTuple;

/**
 * A whole file goes out in one go: to a dozen providers through the network, and their answers come
 * back (MS-21, MS-24).
 */
final class SendFile implements DemoStep {
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final InquiryScene inquiry;

  SendFile(InquiryScene inquiry) {
    this.inquiry = inquiry;
  }

  @Override
  public String title() {
    return "file of 情報照会 asked of many providers";
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    var parties = inquiry.parties(scene);
    var plan = InquiryPlan.withDefects(parties, inquiry.lines());
    var expected = inquiry.prediction(scene).states(plan);
    long started = System.nanoTime();
    var number = inquiry.submit(scene, plan);
    inquiry.sent(plan, number);
    var state = inquiry.await(scene, number, PATIENCE, 0);
    double seconds = Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0;
    long providers = parties.tuples().stream().map(PermittedTuple::provider).distinct().count();
    return StepOutcome.of(
        state.complete() && state.states().equals(expected),
        "%,d lines to %d providers in %.1f s: %s, %s"
            .formatted(
                state.lines(),
                providers,
                seconds,
                state.summary(),
                state.states().equals(expected) ? "as predicted" : "PREDICTED " + expected));
  }
}
