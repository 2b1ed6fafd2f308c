package jp.chukan.command.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import jp.chukan.command.bench.InquiryMeasurement.Percentiles;
import jp.chukan.command.client.InquiryFileState;
import jp.chukan.command.client.MunicipalClient;
import jp.chukan.command.inquiry.Inquirer;
import jp.chukan.command.inquiry.InquiryPlan;
import jp.chukan.command.inquiry.Parties;
import jp.chukan.command.installation.ControlClient;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.records.PartyRecords;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.inquiryfile.InquiryFileName;

/**
 * Files of 「情報照会」 handed in at once, while ministries keep asking the same municipality for its
 * 「副本」: from the first byte sent until the last line has its result.
 */
final class InquiryBenchmark {
  private static final InstitutionCode MUNICIPALITY = new InstitutionCode("0220104202101700");
  private static final int SHOWN = 3;

  private final Installation installation;
  private final InquiryScale scale;
  private final InstantSource clock;
  private final Consumer<String> progress;
  private final ControlClient country;
  private final MunicipalClient municipality;

  /**
   * @param installation a fresh one
   * @param progress told what is going on
   */
  InquiryBenchmark(
      Installation installation, InquiryScale scale, InstantSource clock, Consumer<String> progress)
      throws IOException {
    this.installation = installation;
    this.scale = scale;
    this.clock = clock;
    this.progress = progress;
    this.country = new ControlClient(installation.controlUri());
    this.municipality =
        MunicipalClient.connect(installation.gatewayUri(), installation.keys(), MUNICIPALITY);
  }

  /** What a run leaves to be looked at. */
  private record Run(
      long acceptMillis,
      long millis,
      HeapReading heap,
      List<InquiryFileState> states,
      List<JsonNode> provisions) {

    SortedMap<String, Integer> counts() {
      var counts = new TreeMap<String, Integer>();
      states.forEach(
          file ->
              file.states().forEach((state, count) -> counts.merge(state, count, Integer::sum)));
      return counts;
    }

    long answeredProvisions() {
      return provisions.stream().filter(InquiryBenchmark::isAnswered).count();
    }
  }

  InquiryMeasurement run(Path folder) throws IOException {
    var files = write(folder, prepare());
    var run = measure(files);
    progress.accept("comparing records");
    var validity = validity(run);
    progress.accept("measuring the floor");
    try {
      int inquiries = scale.files() * scale.lines();
      return new InquiryMeasurement(
          scale.files(),
          inquiries,
          run.counts(),
          run.acceptMillis(),
          run.millis(),
          ResultTimes.of(installation.postgres()),
          run.provisions().size(),
          (int) run.answeredProvisions(),
          times(run.provisions()),
          run.heap().used(),
          run.heap().largest(),
          ExchangeFloor.measure(installation.postgres(), installation.keys(), inquiries).toMillis(),
          validity);
    } catch (SQLException e) {
      throw new InstallationException("cannot measure: " + e.getMessage(), e);
    }
  }

  /** Residents with 「符号」 and 「副本」, and somebody who is granted to inquire. */
  private Parties prepare() throws IOException {
    var inquirer = new Inquirer(installation, country, MUNICIPALITY);
    inquirer.link(scale.persons(), done -> progress.accept("linking persons, " + done));
    var parties =
        Parties.linked(installation, country, MUNICIPALITY, scale.persons(), clock.instant());
    inquirer.grant(parties);
    return parties;
  }

  private List<Path> write(Path folder, Parties parties) throws IOException {
    progress.accept("writing the files");
    var name = InquiryFileName.first(clock.instant());
    var files = new ArrayList<Path>();
    for (int file = 0; file < scale.files(); file++) {
      // each file asks at times of its own: no line of one is a line of another
      var at = parties.requestedAt().plus(Duration.ofHours(file));
      files.add(InquiryPlan.lawful(parties.at(at), scale.lines()).write(folder, name));
      name = name.next();
    }
    return files;
  }

  private Run measure(List<Path> files) throws IOException {
    var underWay = new FilesUnderWay(municipality.inquiries(), progress);
    var load =
        new ProvisionLoad(country, MUNICIPALITY, scale.provisionsPerSecond(), scale.persons());
    long started = System.nanoTime();
    long accepted;
    List<InquiryFileState> states;
    HeapReading heap;
    try (var sampler = new HeapSampler(installation.managementUri());
        load) {
      load.start();
      var numbers = underWay.submit(files);
      accepted = System.nanoTime();
      states = underWay.await(numbers);
      heap = sampler.highest();
    }
    long ended = System.nanoTime();
    return new Run(
        Duration.ofNanos(accepted - started).toMillis(),
        Duration.ofNanos(ended - started).toMillis(),
        heap,
        states,
        load.exchanges());
  }

  /** Every line of these files may leave: whatever is neither provided nor declined was lost. */
  private Validity validity(Run run) throws IOException {
    var counts = run.counts();
    int ended = counts.getOrDefault("PROVIDED", 0) + counts.getOrDefault("DECLINED", 0);
    int lost = scale.files() * scale.lines() - ended;
    int unanswered = run.provisions().size() - (int) run.answeredProvisions();
    var records = PartyRecords.read(installation, country);
    var differences = records.differences();
    return new Validity(
        records.network().numbers().size(),
        lost + unanswered,
        records.doubled(),
        differences.size(),
        differences.subList(0, Math.min(SHOWN, differences.size())));
  }

  private static boolean isAnswered(JsonNode exchange) {
    return exchange.path("state").asText().equals("ANSWERED")
        && exchange.path("matchesOriginal").asBoolean();
  }

  private static Percentiles times(List<JsonNode> exchanges) {
    return Percentiles.of(
        exchanges.stream()
            .filter(InquiryBenchmark::isAnswered)
            .mapToLong(exchange -> exchange.path("elapsedMillis").asLong())
            .toArray());
  }
}
