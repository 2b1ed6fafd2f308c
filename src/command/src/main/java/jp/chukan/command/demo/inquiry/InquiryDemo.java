package jp.chukan.command.demo.inquiry;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import jp.chukan.command.demo.Demo;
import jp.chukan.command.demo.DemoProgress;
import jp.chukan.command.demo.DemoReport;
import jp.chukan.command.demo.DemoScale;
import jp.chukan.command.demo.DemoScene;
import jp.chukan.command.demo.DemoStep;
import jp.chukan.command.installation.Installation;

/** 「情報照会」 as a whole, from the grants to the comparison of the records. */
public final class InquiryDemo {
  private InquiryDemo() {}

  /** Runs it unseen. */
  public static DemoReport run(Installation installation, DemoScale scale, int lines)
      throws IOException {
    return run(installation, scale, lines, title -> DemoProgress.silent(), line -> {});
  }

  /**
   * Runs it.
   *
   * @param lines of the file that is handed in
   * @param progress gives whoever watches the step of this title
   * @param finished told of each step when it is done
   */
  public static DemoReport run(
      Installation installation,
      DemoScale scale,
      int lines,
      Function<String, DemoProgress> progress,
      Consumer<DemoReport.Line> finished)
      throws IOException {
    return Demo.run(
        steps(new InquiryScene(InstantSource.system(), lines)),
        new DemoScene(installation, scale),
        progress,
        finished);
  }

  private static List<DemoStep> steps(InquiryScene inquiry) {
    return List.of(
        Demo.receiveList(),
        Demo.acquireLinkageCodes(),
        new GrantInquirers(inquiry),
        new SendFile(inquiry),
        new ReadResultFile(inquiry),
        new KeepRefusedInside(inquiry),
        new InquireByMessage(inquiry),
        new AskFromBusinessSystems(inquiry),
        new RefuseBadAnswers(inquiry),
        new CompareInquiryRecords(),
        new EndSilence(inquiry));
  }
}
