package jp.chukan.command.bench.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jp.chukan.command.bench.measuring.Bench;
import jp.chukan.command.bench.measuring.Databases;
import jp.chukan.command.bench.measuring.Inquirers;
import jp.chukan.command.bench.measuring.ProcessUse;
import jp.chukan.command.bench.records.SealingMeasurement.Round;
import jp.chukan.command.inquiry.Inquirer;
import jp.chukan.command.installation.ControlClient;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.Waiting;

/**
 * What sealing adds to the cost of a provision: the same requests to the same server, in turns with
 * a sealer that works each second and with one that never does. Counted is the processor time of
 * server and database, until everything is answered and, where it is sealed, until it is sealed.
 */
final class SealingBenchmark {
  private static final int PERSONS = 200;
  private static final int WARM_UP = 150;
  private static final int CONCURRENCY = 8;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Longer than any run. */
  private static final String NEVER = "86400000";

  private final Installation installation;
  private final int provisions;
  private final int rounds;
  private final Consumer<String> progress;
  private final ControlClient country;
  private final Databases databases;
  private final Inquirers inquirers;

  /**
   * @param installation a fresh one
   * @param provisions how many in each round
   * @param rounds how many of each kind
   * @param progress told what is going on
   */
  SealingBenchmark(
      Installation installation, int provisions, int rounds, Consumer<String> progress) {
    this.installation = installation;
    this.provisions = provisions;
    this.rounds = rounds;
    this.progress = progress;
    this.country = new ControlClient(installation.controlUri());
    this.databases = new Databases(installation);
    this.inquirers = new Inquirers(country, Bench.MUNICIPALITY, PERSONS, CONCURRENCY);
  }

  SealingMeasurement run() throws IOException, SQLException {
    new Inquirer(installation, country, Bench.MUNICIPALITY)
        .link(PERSONS, done -> progress.accept("linking persons, " + done));
    List<Round> with = new ArrayList<>();
    List<Round> without = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      progress.accept("round %d of %d, without sealing".formatted(round + 1, rounds));
      without.add(round(false));
      progress.accept("round %d of %d, with sealing".formatted(round + 1, rounds));
      with.add(round(true));
    }
    return new SealingMeasurement(provisions, with, without);
  }

  private Round round(boolean sealed) throws IOException, SQLException {
    installation.restartGateway(
        "--chukan.evidence.seal-delay=" + (sealed ? "1000" : NEVER),
        "--chukan.evidence.stamp-delay=" + (sealed ? "5000" : NEVER));
    ask(WARM_UP);
    if (sealed) {
      databases.awaitSealed(PATIENCE);
    }
    var before = ProcessUse.of(installation.runDirectory()).server();
    long started = System.nanoTime();
    int answered = ask(provisions);
    var taken = Duration.ofNanos(System.nanoTime() - started);
    if (sealed) {
      databases.awaitSealed(PATIENCE);
    }
    return new Round(
        answered, taken, ProcessUse.of(installation.runDirectory()).server().minus(before));
  }

  /** Asks, and waits until every request has its answer; returns how many were answered. */
  private int ask(int count) throws IOException {
    int answered = 0;
    for (String number : inquirers.ask(count, false)) {
      if (!Waiting.until(PATIENCE, () -> !state(number).equals("PENDING"))) {
        throw new InstallationException("a request has no answer after " + PATIENCE);
      }
      answered += state(number).equals("ANSWERED") ? 1 : 0;
    }
    return answered;
  }

  private String state(String number) {
    try {
      return country.get("/control/exchanges/" + number).path("state").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
