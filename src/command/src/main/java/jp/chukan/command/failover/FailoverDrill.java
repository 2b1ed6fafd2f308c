package jp.chukan.command.failover;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.chukan.command.bench.measuring.Bench;
import jp.chukan.command.bench.measuring.Databases;
import jp.chukan.command.bench.measuring.OpenLoad;
import jp.chukan.command.bench.measuring.Tally;
import jp.chukan.command.bench.measuring.Validity;
import jp.chukan.command.inquiry.Inquirer;
import jp.chukan.command.installation.ControlClient;
import jp.chukan.command.installation.GatewayNode;
import jp.chukan.command.installation.Health;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.installation.Waiting;

/**
 * 「提供要求」 at a fixed rate; every now and then a machine is struck, and mended when answers flow
 * again. Whoever asked sees late answers at worst.
 */
final class FailoverDrill {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration RECOVERY = Duration.ofMinutes(2);

  /** So long nothing may wait before a blow counts as over. */
  private static final Duration CALM = Duration.ofSeconds(10);

  /** Longer than any drill takes; each stops its own. */
  private static final Duration LONG = Duration.ofHours(1);

  private final Installation installation;
  private final ControlClient country;
  private final Databases databases;
  private final OpenLoad load;
  private final Scale scale;
  private final InstantSource clock;

  /**
   * How much of it.
   *
   * @param perSecond 「提供要求」 that are due in a second
   * @param quiet of load while nothing is wrong, shared out between the blows
   * @param cut how long a cable is cut at least
   * @param persons the first so many residents are asked about
   */
  record Scale(int perSecond, Duration quiet, Duration cut, int persons) {}

  /**
   * @param installation a fresh one of several nodes
   */
  FailoverDrill(Installation installation, Scale scale, InstantSource clock) {
    this.installation = installation;
    this.country = new ControlClient(installation.controlUri());
    this.databases = new Databases(installation);
    this.load = new OpenLoad(country, databases, Bench.MUNICIPALITY, scale.persons());
    this.scale = scale;
    this.clock = clock;
  }

  FailoverReport run(List<Blow> blows, Consumer<String> progress) throws IOException {
    new Inquirer(installation, country, Bench.MUNICIPALITY)
        .link(scale.persons(), done -> progress.accept("linking persons, " + done));
    var share = scale.quiet().dividedBy(blows.size() + 1L);
    progress.accept("load before anything fails");
    var tally = new Tally(databases, clock.instant());
    load.begin(scale.perSecond(), LONG);
    var results = new ArrayList<BlowResult>();
    for (var blow : blows) {
      await(share);
      progress.accept(blow.meaning());
      results.add(strike(blow, tally));
    }
    await(share);
    load.stop();
    load.awaitEnd(Duration.ZERO);
    progress.accept("comparing records");
    databases.awaitSealed(PATIENCE);
    var report = load.report(Duration.ZERO);
    return new FailoverReport(
        results, longestSilence(), report, Validity.of(installation, country, report.lost()));
  }

  private BlowResult strike(Blow blow, Tally tally) throws IOException {
    var struck = clock.instant();
    var host = blow.strike(installation);
    Optional<Duration> recovery;
    Optional<String> broker;
    if (blow.hasSuccessor()) {
      recovery = awaitRecovery(tally, struck);
      broker = installation.machines().brokers().active();
      await(scale.cut().minus(Duration.between(struck, clock.instant())));
      blow.mend(installation, host);
    } else {
      await(scale.cut());
      var mended = clock.instant();
      blow.mend(installation, host);
      recovery = awaitRecovery(tally, mended);
      broker = installation.machines().brokers().active();
    }
    return new BlowResult(blow, host, broker, recovery, Waiting.until(PATIENCE, this::isWhole));
  }

  /**
   * Until the last moment at which something waited, once nothing has for a while: right after a
   * blow nothing waits long yet, and what does not touch it is answered as ever.
   */
  private Optional<Duration> awaitRecovery(Tally tally, Instant since) {
    var trouble = new AtomicReference<>(since);
    boolean calm =
        Waiting.until(
            RECOVERY,
            () -> {
              var now = clock.instant();
              if (!tally.flowsSince(since, now)) {
                trouble.set(now);
              }
              return Duration.between(trouble.get(), now).compareTo(CALM) > 0;
            });
    return calm ? Optional.of(Duration.between(since, trouble.get())) : Optional.empty();
  }

  /** The load goes on meanwhile. */
  private static void await(Duration time) {
    Waiting.until(time, () -> false);
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

  /** Every process runs, every node is ready, and a broker is active. */
  private boolean isWhole() {
    return installation.isWhole()
        && installation.machines().brokers().active().isPresent()
        && nodes().allMatch(Health::gateway);
  }

  private Stream<URI> nodes() {
    return Stream.concat(
        Stream.of(installation.managementUri()),
        installation.machines().nodes().stream().map(GatewayNode::managementUri));
  }
}
