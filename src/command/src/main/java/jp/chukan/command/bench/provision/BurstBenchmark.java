package jp.chukan.command.bench.provision;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import jp.chukan.command.bench.measuring.Bench;
import jp.chukan.command.bench.measuring.Databases;
import jp.chukan.command.bench.measuring.GatewaySampler;
import jp.chukan.command.bench.measuring.Inquirers;
import jp.chukan.command.bench.measuring.ProcessUse;
import jp.chukan.command.bench.measuring.Validity;
import jp.chukan.command.console.StaffOffice;
import jp.chukan.command.inquiry.Inquirer;
import jp.chukan.command.installation.ControlClient;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.Waiting;

/**
 * 「提供要求」 that waited for a line of the network and come all at once, as fast as the server takes
 * them, while one of the staff looks at the cases that wait for approval.
 */
final class BurstBenchmark {
  private static final Duration PATIENCE = Duration.ofHours(12);
  private static final int PORTION = 1_000;
  private static final int INQUIRERS = 4;
  private static final int WARM_UP = 2_000;
  private static final int PORTION_OF_HELD = 100;
  private static final String APPROVALS = "/console/approvals";
  private static final String OPEN = "state = 'PENDING'";
  private static final String NOT_TAKEN = "state = 'PENDING' AND accepted_at IS NULL";

  private final Installation installation;
  private final BurstScale scale;
  private final Consumer<String> progress;
  private final ControlClient country;
  private final Databases databases;
  private final Inquirers inquirers;

  /**
   * @param installation a fresh one
   * @param progress told what is going on
   */
  BurstBenchmark(Installation installation, BurstScale scale, Consumer<String> progress) {
    this.installation = installation;
    this.scale = scale;
    this.progress = progress;
    this.country = new ControlClient(installation.controlUri());
    this.databases = new Databases(installation);
    this.inquirers = new Inquirers(country, Bench.MUNICIPALITY, scale.persons(), INQUIRERS);
  }

  BurstMeasurement run() throws IOException {
    new Inquirer(installation, country, Bench.MUNICIPALITY)
        .link(scale.persons(), done -> progress.accept("linking persons, " + done));
    progress.accept("warming up");
    inquirers.ask(WARM_UP, false);
    awaitOpen(() -> 0);
    var office = StaffOffice.open(installation, Bench.MUNICIPALITY);
    hold();
    line(true);
    for (int left = scale.count(); left > 0; left -= PORTION) {
      progress.accept("making inquiries, %,d left".formatted(left));
      inquirers.ask(Math.min(PORTION, left), false);
    }
    progress.accept("the line opens");
    var before = ProcessUse.of(installation.runDirectory());
    try (var sampler = new GatewaySampler(installation.managementUri());
        var pages = new PageTimes(office.approver(), APPROVALS)) {
      long started = System.nanoTime();
      line(false);
      await(() -> isAtMost(NOT_TAKEN, 0));
      long accepted = System.nanoTime();
      awaitOpen(this::held);
      long ended = System.nanoTime();
      var after = ProcessUse.of(installation.runDirectory());
      progress.accept("comparing records");
      databases.awaitSealed(PATIENCE);
      return new BurstMeasurement(
          scale.count(),
          Duration.ofNanos(accepted - started).toMillis(),
          Duration.ofNanos(ended - started).toMillis(),
          sampler.queued(),
          pages.times(),
          pages.failed(),
          after.millisEachSince(before, scale.count()),
          sampler.heap(),
          Validity.of(installation, country, lost()));
    }
  }

  /** Inquiries among which some are about residents under 「支援措置」, until enough wait. */
  private void hold() throws IOException {
    progress.accept("making cases for approval");
    while (held() < scale.held()) {
      inquirers.ask(PORTION_OF_HELD, true);
      awaitOpen(this::held);
    }
  }

  /** How many wait for approval. */
  private long held() {
    return databases.countGateway("SELECT count(*) FROM approval_case WHERE state = 'AWAITING'");
  }

  /** Waits until no more exchanges are open than these. */
  private void awaitOpen(LongSupplier those) {
    await(() -> isAtMost(OPEN, those.getAsLong()));
  }

  /** Counts no further than it has to: it is asked again and again while the server works. */
  private boolean isAtMost(String which, long most) {
    return databases.countCountry(
            "SELECT count(*) FROM (SELECT FROM core_exchange WHERE %s LIMIT %d) AS found"
                .formatted(which, most + 1))
        <= most;
  }

  private static void await(BooleanSupplier end) {
    if (!Waiting.until(PATIENCE, end)) {
      throw new InstallationException("requests have no answer after " + PATIENCE);
    }
  }

  private void line(boolean held) throws IOException {
    country.post("/control/line", order -> order.put("held", held));
  }

  /** All were allowed: what was refused is lost. */
  private int lost() {
    return Math.toIntExact(
        databases.countCountry("SELECT count(*) FROM core_exchange WHERE state LIKE 'REFUSED%'"));
  }
}
