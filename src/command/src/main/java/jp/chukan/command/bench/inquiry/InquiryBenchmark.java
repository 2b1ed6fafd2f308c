package jp.chukan.command.bench.inquiry;

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
import jp.chukan.command.bench.measuring.Bench;
import jp.chukan.command.bench.measuring.Databases;
import jp.chukan.command.bench.measuring.Floor;
import jp.chukan.command.bench.measuring.GatewaySampler;
import jp.chukan.command.bench.measuring.HeapReading;
import jp.chukan.command.bench.measuring.OpenLoad;
import jp.chukan.command.bench.measuring.ProcessUse;
import jp.chukan.command.bench.measuring.Validity;
import jp.chukan.command.client.InquiryFileState;
import jp.chukan.command.client.MunicipalClient;
import jp.chukan.command.inquiry.Inquirer;
import jp.chukan.command.inquiry.InquiryPlan;
import jp.chukan.command.inquiry.Parties;
import jp.chukan.command.installation.ControlClient;
import jp.chukan.command.installation.Installation;
import jp.chukan.contract.inquiryfile.InquiryFileName;

/**
 * Files of 「情報照会」 handed in at once, while ministries keep asking the same municipality for its
 * 「副本」: from the first byte sent until the last line has its result.
 */
final class InquiryBenchmark {
  /** Of the load beside the files; it is stopped when they have their results. */
  private static final Duration LONGEST = Duration.ofHours(3);

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
        MunicipalClient.connect(installation.gatewayUri(), installation.keys(), Bench.MUNICIPALITY);
  }

  /** What a run leaves to be looked at. */
  private record Run(
      long acceptMillis,
      long millis,
      SortedMap<String, Double> processorMillisEach,
      HeapReading heap,
      List<InquiryFileState> states,
      OpenLoad.Report provisions) {

    SortedMap<String, Integer> counts() {
      var counts = new TreeMap<String, Integer>();
      states.forEach(
          file ->
              file.states().forEach((state, count) -> counts.merge(state, count, Integer::sum)));
      return counts;
    }
  }

  InquiryMeasurement run() throws IOException, SQLException {
    var files = write(installation.runDirectory(), prepare());
    var run = measure(files);
    progress.accept("comparing records");
    var validity = Validity.of(installation, country, run.provisions().lost() + lostLines(run));
    progress.accept("measuring the floor");
    int inquiries = scale.files() * scale.lines();
    return new InquiryMeasurement(
        scale.files(),
        inquiries,
        run.counts(),
        run.acceptMillis(),
        run.millis(),
        ResultTimes.of(installation.postgres()),
        run.provisions(),
        run.processorMillisEach(),
        run.heap(),
        Floor.ofTimes(
            inquiries,
            run.millis(),
            InquiryFloor.measure(installation.postgres(), installation.keys(), inquiries)
                .toMillis()),
        validity);
  }

  /** Residents with 「符号」 and 「副本」, and somebody who is granted to inquire. */
  private Parties prepare() throws IOException {
    var inquirer = new Inquirer(installation, country, Bench.MUNICIPALITY);
    inquirer.link(scale.persons(), done -> progress.accept("linking persons, " + done));
    var parties =
        Parties.linked(installation, country, Bench.MUNICIPALITY, scale.persons(), clock.instant());
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
        new OpenLoad(country, new Databases(installation), Bench.MUNICIPALITY, scale.persons());
    var before = ProcessUse.of(installation.runDirectory());
    long started = System.nanoTime();
    long accepted;
    List<InquiryFileState> states;
    HeapReading heap;
    try (var sampler = new GatewaySampler(installation.managementUri())) {
      load.begin(scale.provisionsPerSecond(), LONGEST);
      var numbers = underWay.submit(files);
      accepted = System.nanoTime();
      states = underWay.await(numbers);
      heap = sampler.heap();
    }
    long ended = System.nanoTime();
    var processor =
        ProcessUse.of(installation.runDirectory())
            .millisEachSince(before, scale.files() * scale.lines());
    load.stop();
    load.awaitEnd(Duration.ZERO);
    return new Run(
        Duration.ofNanos(accepted - started).toMillis(),
        Duration.ofNanos(ended - started).toMillis(),
        processor,
        heap,
        states,
        load.report(Duration.ZERO));
  }

  /** Every line of these files may leave: whatever is neither provided nor declined was lost. */
  private int lostLines(Run run) {
    var counts = run.counts();
    int ended = counts.getOrDefault("PROVIDED", 0) + counts.getOrDefault("DECLINED", 0);
    return scale.files() * scale.lines() - ended;
  }
}
