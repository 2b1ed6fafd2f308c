package jp.chukan.command.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import jp.chukan.command.inquiry.Inquirer;
import jp.chukan.command.installation.ControlClient;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.Waiting;
import jp.chukan.command.records.PartyRecords;
import jp.chukan.contract.code.InstitutionCode;
import org.jspecify.annotations.Nullable;

/**
 * 「情報提供」 at a fixed rate that does not wait for answers, everything durable and over TLS with
 * client certificates; afterwards the records of all parties are held against each other, and the
 * floor and the peer are measured on the same machine.
 */
final class ProvisionBenchmark {
  private static final InstitutionCode MUNICIPALITY = new InstitutionCode("0220104202101700");
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration FLOOR_WARM_UP = Duration.ofSeconds(20);
  private static final Duration FLOOR = Duration.ofSeconds(20);
  private static final int PEER_WARM_UP_SECONDS = 120;
  private static final int PAYLOAD_BYTES = 2_048;
  private static final int SHOWN = 3;

  private final Installation installation;
  private final ProvisionScale scale;
  private final Consumer<String> progress;
  private final ControlClient country;
  private int loads;

  /**
   * @param installation a fresh one
   * @param progress told what is going on
   */
  ProvisionBenchmark(Installation installation, ProvisionScale scale, Consumer<String> progress) {
    this.installation = installation;
    this.scale = scale;
    this.progress = progress;
    this.country = new ControlClient(installation.controlUri());
  }

  ProvisionMeasurement run() throws IOException {
    new Inquirer(installation, country, MUNICIPALITY)
        .link(scale.persons(), done -> progress.accept("linking persons, " + done));
    progress.accept("warming up for %,d s".formatted(scale.warmUpSeconds()));
    load(scale.warmUpSeconds());
    progress.accept("measuring for %,d s".formatted(scale.seconds()));
    var before = ProcessUse.of(installation.runDirectory());
    long bytesBefore = databaseBytes();
    JsonNode load;
    HeapReading heap;
    try (var sampler = new HeapSampler(installation.managementUri())) {
      load = load(scale.seconds());
      heap = sampler.highest();
    }
    var after = ProcessUse.of(installation.runDirectory());
    int asked = load.path("asked").asInt();
    long bytesEach = (databaseBytes() - bytesBefore) / Math.max(1, asked);
    progress.accept("comparing records");
    var validity = validity(load);
    var floor = floor();
    var peer = peer();
    return new ProvisionMeasurement(
        scale,
        asked,
        load.path("provided").asInt(),
        load.path("perSecond").asDouble(),
        ProvisionMeasurement.Times.of(load),
        load.path("latestMillis").asLong(),
        after.millisEachSince(before, asked),
        after.residentBytes(),
        heap.used(),
        heap.largest(),
        bytesEach,
        floor,
        peer,
        validity);
  }

  /** Asks for so long, and waits until nothing is open. */
  private JsonNode load(int seconds) throws IOException {
    country.post(
        "/control/loads",
        order ->
            order
                .put("provider", MUNICIPALITY.value())
                .put("perSecond", scale.perSecond())
                .put("seconds", seconds)
                .put("seed", loads++)
                .put("from", 0)
                .put("to", scale.persons()));
    var longest = PATIENCE.plusSeconds(seconds);
    if (!Waiting.until(longest, () -> !report(0).path("running").asBoolean())
        || !Waiting.until(PATIENCE, this::hasEnded)) {
      throw new InstallationException("requests have no answer after " + PATIENCE);
    }
    return report(Math.min(scale.trimSeconds(), seconds / 2));
  }

  private boolean hasEnded() {
    return openExchanges() == 0;
  }

  private long openExchanges() {
    return count("country", "SELECT count(*) FROM core_exchange WHERE state = 'PENDING'");
  }

  private JsonNode report(int trim) {
    try {
      return country.get("/control/loads/last?trim=" + trim);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long databaseBytes() {
    return count("chukan", "SELECT pg_database_size('chukan')");
  }

  private long count(String database, String query) {
    try (var connection = installation.postgres().connect("postgres", database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new InstallationException("cannot look into the database: " + e.getMessage(), e);
    }
  }

  /** Every inquiry has its answer with what the register says, and its leaf in the evidence. */
  private Validity validity(JsonNode load) throws IOException {
    if (!Waiting.until(PATIENCE, () -> unsealed() == 0)) {
      throw new InstallationException("records are not sealed after " + PATIENCE);
    }
    int lost =
        load.path("failed").asInt()
            + load.path("asked").asInt()
            - load.path("provided").asInt()
            + Math.toIntExact(
                count(
                    "country",
                    "SELECT count(*) FROM inquirer_record WHERE matches_original IS NOT TRUE"));
    var records = PartyRecords.read(installation, country);
    var differences = records.differences();
    return new Validity(
        records.network().numbers().size(),
        lost,
        records.doubled(),
        differences.size(),
        differences.subList(0, Math.min(SHOWN, differences.size())));
  }

  private long unsealed() {
    return count("chukan", "SELECT count(*) FROM record_leaf WHERE tree_position IS NULL");
  }

  private double floor() throws IOException {
    progress.accept("measuring the floor");
    var folder = installation.runDirectory();
    try {
      ProvisionFloor.measure(installation.postgres(), installation.keys(), folder, FLOOR_WARM_UP);
      return ProvisionFloor.measure(installation.postgres(), installation.keys(), folder, FLOOR);
    } catch (SQLException e) {
      throw new InstallationException("cannot measure the floor: " + e.getMessage(), e);
    }
  }

  private @Nullable JsonNode peer() throws IOException {
    if (scale.peerSeconds() == 0) {
      return null;
    }
    progress.accept("measuring the peer");
    return PeerRun.measure(installation, PAYLOAD_BYTES, PEER_WARM_UP_SECONDS, scale.peerSeconds());
  }
}
