package jp.chukan.command.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import jp.chukan.command.client.RefusedMessageException;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.installation.InstallationException;

/** The whole scenario, from the list to the comparison of the records. */
public final class Demo {
  private static final List<DemoStep> STEPS =
      List.of(
          new ReceiveList(),
          new AcquireLinkageCodes(),
          new RegisterReplicas(),
          new AnswerMinistry(),
          new RefuseOutsideList(),
          new RefuseBadPermits(),
          new HoldSupportedPerson(),
          new AnswerDuplicatesOnce(),
          new SurviveBrokerRestart(),
          new ReleaseHeldCase(),
          new ShowCitizenView(),
          new VerifyEvidence(),
          new CompareRecords());

  private Demo() {}

  /** Runs it on a fresh installation, unseen. */
  public static DemoReport run(Installation installation, DemoScale scale) throws IOException {
    return run(installation, scale, title -> DemoProgress.silent(), line -> {});
  }

  /**
   * Runs it on a fresh installation.
   *
   * @param progress gives whoever watches the step of this title
   * @param finished told of each step when it is done
   */
  public static DemoReport run(
      Installation installation,
      DemoScale scale,
      Function<String, DemoProgress> progress,
      Consumer<DemoReport.Line> finished)
      throws IOException {
    return run(STEPS, new DemoScene(installation, scale), progress, finished);
  }

  /** Runs these steps in order; after a foundation that fails, no more. */
  public static DemoReport run(
      List<DemoStep> steps,
      DemoScene scene,
      Function<String, DemoProgress> progress,
      Consumer<DemoReport.Line> finished) {
    var lines = new ArrayList<DemoReport.Line>();
    for (var step : steps) {
      scene.watch(progress.apply(step.title()));
      long started = System.nanoTime();
      var outcome = attempt(step, scene);
      var line =
          DemoReport.Line.of(step.title(), Duration.ofNanos(System.nanoTime() - started), outcome);
      lines.add(line);
      finished.accept(line);
      if (step.isFoundation() && !line.passed()) {
        break;
      }
    }
    return new DemoReport(lines, steps.size());
  }

  /** The list comes into force; other demos begin with it too. */
  public static DemoStep receiveList() {
    return new ReceiveList();
  }

  /** Residents get their 「符号」; other demos begin with it too. */
  public static DemoStep acquireLinkageCodes() {
    return new AcquireLinkageCodes();
  }

  /** The evidence of all records is verified; other demos end with it too. */
  public static DemoStep verifyEvidence() {
    return new VerifyEvidence();
  }

  private static StepOutcome attempt(DemoStep step, DemoScene scene) {
    try {
      return step.run(scene);
    } catch (IOException
        | UncheckedIOException
        | InstallationException
        | RefusedMessageException e) {
      return new StepOutcome.Unmet(String.valueOf(e.getMessage()));
    }
  }
}
