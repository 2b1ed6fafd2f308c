package jp.chukan.command.bench.provision;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import jp.chukan.command.bench.measuring.Bench;
import jp.chukan.command.bench.measuring.Databases;
import jp.chukan.command.bench.measuring.FlightRecording;
import jp.chukan.command.bench.measuring.Floor;
import jp.chukan.command.bench.measuring.GatewaySampler;
import jp.chukan.command.bench.measuring.HeapReading;
import jp.chukan.command.bench.measuring.OpenLoad;
import jp.chukan.command.bench.measuring.ProcessUse;
import jp.chukan.command.bench.measuring.Validity;
import jp.chukan.command.inquiry.Inquirer;
import jp.chukan.command.installation.ControlClient;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.installation.InstallationException;
import org.jspecify.annotations.Nullable;

/**
 * 「情報提供」 at a fixed rate that does not wait for answers, everything durable and over TLS with
 * client certificates; afterwards the records of all parties are held against each other, and the
 * floor and the peer are measured on the same machine.
 */
final class ProvisionBenchmark {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration FLOOR_WARM_UP = Duration.ofSeconds(20);
  private static final Duration FLOOR = Duration.ofSeconds(20);
  private static final int PEER_WARM_UP_SECONDS = 120;

  private final Installation installation;
  private final ProvisionScale scale;
  private final @Nullable Path profile;
  private final Consumer<String> progress;
  private final ControlClient country;
  private final Databases databases;
  private final OpenLoad load;

  /**
   * @param installation a fresh one
   * @param profile where a recording of the measured time is written, null for none
   * @param progress told what is going on
   */
  ProvisionBenchmark(
      Installation installation,
      ProvisionScale scale,
      @Nullable Path profile,
      Consumer<String> progress) {
    this.installation = installation;
    this.scale = scale;
    this.profile = profile;
    this.progress = progress;
    this.country = new ControlClient(installation.controlUri());
    this.databases = new Databases(installation);
    this.load =
        new OpenLoad(country, databases, Bench.MUNICIPALITY, scale.persons(), scale.payloadBytes());
  }

  ProvisionMeasurement run() throws IOException {
    prepare();
    progress.accept("warming up for %,d s".formatted(scale.warmUpSeconds()));
    load(scale.warmUpSeconds());
    progress.accept("measuring for %,d s".formatted(scale.seconds()));
    var before = ProcessUse.of(installation.runDirectory());
    long bytesBefore = databases.keptBytes();
    var recording =
        profile == null
            ? null
            : FlightRecording.begin(installation.runDirectory(), "gateway", profile);
    HeapReading heap;
    try (var sampler = new GatewaySampler(installation.managementUri())) {
      load(scale.seconds());
      heap = sampler.heap();
    }
    var hotspots = recording == null ? null : recording.end();
    var after = ProcessUse.of(installation.runDirectory());
    var report = load.report(Duration.ofSeconds(scale.trimSeconds()));
    progress.accept("comparing records");
    databases.awaitSealed(PATIENCE);
    var validity = Validity.of(installation, country, report.lost());
    return new ProvisionMeasurement(
        scale,
        report,
        CarriedContent.of(databases),
        after.millisEachSince(before, report.asked()),
        after.residentBytes(),
        heap,
        (databases.keptBytes() - bytesBefore) / Math.max(1, report.asked()),
        new Floor(report.perSecond(), floorPerSecond()),
        peer(),
        hotspots,
        validity);
  }

  /** Those who are not asked about hold 「世帯情報」 only, so that many of them find room. */
  private void prepare() throws IOException {
    var inquirer = new Inquirer(installation, country, Bench.MUNICIPALITY);
    inquirer.link(scale.persons(), done -> progress.accept("linking persons, " + done));
    hold(scale.held() - scale.persons());
    inquirer.registerTaxInformation(
        scale.persons(),
        scale.payloadBytes(),
        done -> progress.accept("registering 地方税関係情報, " + done));
  }

  private void hold(int others) throws IOException {
    if (others == 0) {
      return;
    }
    try {
      HeldPersons.add(installation.postgres(), Bench.MUNICIPALITY, others, progress);
    } catch (SQLException e) {
      throw new InstallationException("cannot fill the database: " + e.getMessage(), e);
    }
  }

  private void load(int seconds) throws IOException {
    var lasting = Duration.ofSeconds(seconds);
    load.begin(scale.perSecond(), lasting);
    load.awaitEnd(lasting);
  }

  private double floorPerSecond() throws IOException {
    progress.accept("measuring the floor");
    var folder = installation.runDirectory();
    var floor = new ProvisionFloor(installation, scale.payloadBytes());
    try {
      floor.measure(folder, FLOOR_WARM_UP);
      return floor.measure(folder, FLOOR);
    } catch (SQLException e) {
      throw new InstallationException("cannot measure the floor: " + e.getMessage(), e);
    }
  }

  private @Nullable JsonNode peer() throws IOException {
    if (scale.peerSeconds() == 0) {
      return null;
    }
    progress.accept("measuring the peer");
    return PeerRun.measure(
        installation, scale.payloadBytes(), PEER_WARM_UP_SECONDS, scale.peerSeconds());
  }
}
