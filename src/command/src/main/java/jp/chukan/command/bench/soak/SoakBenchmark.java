package jp.chukan.command.bench.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jp.chukan.command.bench.measuring.Bench;
import jp.chukan.command.bench.measuring.Databases;
import jp.chukan.command.bench.measuring.GatewayMetrics;
import jp.chukan.command.bench.measuring.JavaProcess;
import jp.chukan.command.bench.measuring.OpenLoad;
import jp.chukan.command.bench.measuring.Validity;
import jp.chukan.command.inquiry.Inquirer;
import jp.chukan.command.installation.ControlClient;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.installation.Waiting;

/** 「情報提供」 at a rate that the server holds, while it is looked at once in a minute. */
final class SoakBenchmark {
  private static final Duration INTERVAL = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** At either end of the load, whose times do not count: the server has just started. */
  private static final Duration TRIM = Duration.ofMinutes(2);

  private final Installation installation;
  private final int perSecond;
  private final Duration lasting;
  private final int persons;
  private final Consumer<String> progress;
  private final Databases databases;

  /**
   * @param installation a fresh one
   * @param persons residents who are asked about
   * @param progress told what is going on
   */
  SoakBenchmark(
      Installation installation,
      int perSecond,
      Duration lasting,
      int persons,
      Consumer<String> progress) {
    this.installation = installation;
    this.perSecond = perSecond;
    this.lasting = lasting;
    this.persons = persons;
    this.progress = progress;
    this.databases = new Databases(installation);
  }

  SoakMeasurement run() throws IOException {
    var country = new ControlClient(installation.controlUri());
    new Inquirer(installation, country, Bench.MUNICIPALITY)
        .link(persons, done -> progress.accept("linking persons, " + done));
    var load = new OpenLoad(country, databases, Bench.MUNICIPALITY, persons);
    load.begin(perSecond, lasting);
    var holdings = look();
    load.awaitEnd(INTERVAL);
    var report = load.report(TRIM);
    progress.accept("comparing records");
    databases.awaitSealed(PATIENCE);
    return new SoakMeasurement(report, holdings, Validity.of(installation, country, report.lost()));
  }

  private List<Holding> look() throws IOException {
    var gateway = JavaProcess.of(installation.runDirectory(), "gateway");
    var metrics = new GatewayMetrics(installation.managementUri());
    var holdings = new ArrayList<Holding>();
    for (var past = INTERVAL; past.compareTo(lasting) <= 0; past = past.plus(INTERVAL)) {
      progress.accept("minute %,d of %,d".formatted(past.toMinutes(), lasting.toMinutes()));
      Waiting.until(INTERVAL, () -> false);
      gateway.collect();
      holdings.add(
          Holding.of(
              past.toSeconds(),
              metrics.read(),
              databases.countGateway("SELECT sum(n_dead_tup) FROM pg_stat_user_tables"),
              databases.countGateway("SELECT pg_total_relation_size('outbox')")));
    }
    return holdings;
  }
}
