package jp.chukan.command.day;

import java.io.IOException;
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

/** One day of the country, from the list to the verification of the records. */
public final class DayDemo {
  /** Anybody may move, be born or be asked about. */
  private static final DemoScale EVERYBODY = new DemoScale(3_000, 60);

  private DayDemo() {}

  /**
   * Runs it on a fresh installation.
   *
   * @param progress gives whoever watches the step of this title
   * @param finished told of each step when it is done
   * @param teller told everything else
   */
  public static DemoReport run(
      Installation installation,
      DayPlan plan,
      Function<String, DemoProgress> progress,
      Consumer<DemoReport.Line> finished,
      Consumer<String> teller)
      throws IOException {
    var day = new PlayedDay();
    var report =
        Demo.run(
            steps(plan, day, teller), new DemoScene(installation, EVERYBODY), progress, finished);
    day.table().forEach(teller);
    return report;
  }

  private static List<DemoStep> steps(DayPlan plan, PlayedDay day, Consumer<String> teller) {
    return List.of(
        Demo.receiveList(),
        new WatchTheBorder(),
        new LoadRegisters(),
        Demo.acquireLinkageCodes(),
        new PlayTheDay(plan, day, teller),
        new CompareCopies(day),
        new MatchRefusals(day),
        new SearchTheBorder(day),
        Demo.verifyEvidence(),
        new WeighTheCountry());
  }
}
