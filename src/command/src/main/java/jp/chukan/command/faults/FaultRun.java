package jp.chukan.command.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import jp.chukan.command.bench.measuring.Figures;
import jp.chukan.command.bench.measuring.Tally;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.Waiting;

/**
 * One fault after the other, under a load that does not wait for answers: it flows, the fault
 * strikes and lasts, it ends, and when answers flow again the load ends too and everything is
 * compared.
 */
final class FaultRun {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration AFTERWARDS = Duration.ofSeconds(3);

  private final FaultScene scene;
  private final FaultGate gate;
  private final Duration lasting;
  private final InstantSource clock;
  private final Consumer<String> progress;

  /**
   * @param gate decides about the records
   * @param lasting how long each fault lasts
   * @param progress told what is going on
   */
  FaultRun(
      FaultScene scene,
      FaultGate gate,
      Duration lasting,
      InstantSource clock,
      Consumer<String> progress) {
    this.scene = scene;
    this.gate = gate;
    this.lasting = lasting;
    this.clock = clock;
    this.progress = progress;
  }

  FaultResult run(Fault fault) throws IOException {
    var impossible = fault.impossible(scene);
    if (impossible.isPresent()) {
      return FaultResult.notPossible(fault, impossible.get());
    }
    var begun = clock.instant();
    var tally = new Tally(scene.databases(), begun);
    progress.accept(fault.name() + ": load");
    scene.beginLoad(1);
    if (!Waiting.until(PATIENCE, () -> tally.provided() >= 2 * scene.perSecond())) {
      throw new InstallationException("nothing is answered before " + fault.name());
    }
    progress.accept(fault.name() + ": " + fault.meaning());
    fault.strike(scene);
    hold(lasting);
    progress.accept(fault.name() + ": recovery");
    var healed = clock.instant();
    fault.heal(scene);
    double started = secondsSince(healed);
    double recovery = awaitRecovery(tally, healed);
    hold(AFTERWARDS);
    scene.stopLoad();
    progress.accept(fault.name() + ": comparing records");
    return gate.judge(fault, tally, started, recovery);
  }

  /** Seconds until something asked since then was provided and nothing waited any more. */
  private double awaitRecovery(Tally tally, Instant healed) {
    boolean recovered =
        Waiting.until(PATIENCE, tolerant(() -> tally.flowsSince(healed, clock.instant())));
    return recovered ? secondsSince(healed) : FaultResult.NEVER;
  }

  private double secondsSince(Instant moment) {
    return Figures.seconds(Duration.between(moment, clock.instant()).toMillis());
  }

  /** While parts die, the supervisor starts them, and a question to the database may fail. */
  private BooleanSupplier tolerant(BooleanSupplier condition) {
    return () -> {
      try {
        scene.supervise();
        return condition.getAsBoolean();
      } catch (InstallationException | IOException passing) {
        return false;
      }
    };
  }

  /** Leaves everything as it is for so long. */
  private static void hold(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InstallationException("interrupted", e);
    }
  }

  /** Runs them all. */
  List<FaultResult> run(List<Fault> faults, Consumer<FaultResult> watcher) throws IOException {
    var results = new ArrayList<FaultResult>();
    for (var fault : faults) {
      var result = run(fault);
      watcher.accept(result);
      results.add(result);
    }
    return results;
  }
}
