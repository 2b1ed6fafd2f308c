package jp.chukan.command.failover;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import jp.chukan.command.bench.measuring.Bench;
import jp.chukan.command.bench.measuring.Databases;
import jp.chukan.command.bench.measuring.OpenLoad;
import jp.chukan.command.bench.measuring.Validity;
import jp.chukan.command.inquiry.Inquirer;
import jp.chukan.command.installation.ControlClient;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.Waiting;

/**
 * 「提供要求」 at a fixed rate; after a third of the time the active broker is killed, after two thirds
 * the first node. Whoever asked sees late answers at worst.
 */
final class FailoverDrill {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration TAKEOVER = Duration.ofMinutes(1);

  private final Installation installation;
  private final ControlClient country;
  private final Databases databases;
  private final OpenLoad load;
  private final int perSecond;
  private final int persons;
  private final Duration lasting;

  /**
   * @param installation a fresh one of several nodes
   * @param persons the first so many residents are asked about
   */
  FailoverDrill(Installation installation, int perSecond, int seconds, int persons) {
    this.installation = installation;
    this.country = new ControlClient(installation.controlUri());
    this.databases = new Databases(installation);
    this.load = new OpenLoad(country, databases, Bench.MUNICIPALITY, persons);
    this.perSecond = perSecond;
    this.persons = persons;
    this.lasting = Duration.ofSeconds(seconds);
  }

  FailoverReport run(Consumer<String> progress) throws IOException {
    new Inquirer(installation, country, Bench.MUNICIPALITY)
        .link(persons, done -> progress.accept("linking persons, " + done));
    var third = lasting.dividedBy(3);
    progress.accept("load before anything fails");
    load.begin(perSecond, lasting);
    await(third);
    progress.accept("the active broker is killed");
    var brokers = installation.machines().brokers();
    var broker = brokers.killActive();
    long killed = System.nanoTime();
    if (!brokers.awaitActive(TAKEOVER)) {
      throw new InstallationException("no broker took over within " + TAKEOVER);
    }
    var takeover = Duration.ofNanos(System.nanoTime() - killed);
    var successor = brokers.active().orElseThrow();
    await(third);
    progress.accept("the first node is killed");
    installation.killGateway();
    load.awaitEnd(lasting);
    progress.accept("comparing records");
    databases.awaitSealed(PATIENCE);
    var report = load.report(Duration.ZERO);
    var validity = Validity.of(installation, country, report.lost());
    progress.accept("starting again what was killed");
    brokers.restart(broker);
    installation.startGateway();
    return new FailoverReport(
        broker, successor, takeover, longestSilence(), report, validity, isWholeAgain(successor));
  }

  /** The load goes on meanwhile. */
  private static void await(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      Waiting.shortly();
    }
  }

  /** The longest time in which no inquirer had an answer. */
  private Duration longestSilence() {
    return Duration.ofMillis(
        databases.countCountry(
            """
            SELECT coalesce(max(extract(epoch FROM answered_at - earlier) * 1000), 0)::bigint
              FROM (SELECT answered_at, lag(answered_at) OVER (ORDER BY answered_at) AS earlier
                      FROM inquirer_record WHERE answered_at IS NOT NULL) AS answers
            """));
  }

  /** Every process runs, and the broker that came back waits for its successor. */
  private boolean isWholeAgain(String successor) {
    return installation.isWhole()
        && installation.machines().brokers().active().filter(successor::equals).isPresent();
  }
}
