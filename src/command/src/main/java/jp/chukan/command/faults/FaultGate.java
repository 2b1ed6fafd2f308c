package jp.chukan.command.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.chukan.command.bench.measuring.Tally;
import jp.chukan.command.installation.ControlClient;
import jp.chukan.command.installation.Waiting;
import jp.chukan.command.records.PartyRecords;

/**
 * What must be true when a fault is over. Every exchange that the core system has, has ended
 * exactly once and with the same record at network, inquirer and provider; every answer says what
 * the register says; every leaf is sealed, and the evidence proves to be whole without the server.
 *
 * <p>An inquiry that broke off before the core had it was never asked: it is not lost, and the
 * record that the inquirer had already opened does not count.
 */
final class FaultGate {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int SHOWN = 3;

  private final FaultScene scene;
  private final ControlClient country;
  private final Administrator administrator;

  /** Exchanges of earlier faults, which were judged then. */
  private final Set<String> judged = new HashSet<>();

  FaultGate(FaultScene scene, ControlClient country, Administrator administrator) {
    this.scene = scene;
    this.country = country;
    this.administrator = administrator;
  }

  /** Leaves out everything that has happened before. */
  void begin() throws IOException {
    judged.addAll(PartyRecords.read(scene.installation(), country).numbers());
  }

  /**
   * @param tally of the inquiries of this fault
   * @param started in how many seconds what had died was ready again
   * @param recovery in seconds, negative for never
   */
  FaultResult judge(Fault fault, Tally tally, double started, double recovery) throws IOException {
    Waiting.until(PATIENCE, () -> tally.open() == 0 || waitsForPeople());
    int redriven = administrator.redrive();
    Waiting.until(PATIENCE, () -> tally.open() == 0);
    var all = PartyRecords.read(scene.installation(), country);
    var records = all.without(judged);
    var brokenOff = records.brokenOff();
    records = records.without(brokenOff);
    judged.addAll(all.numbers());
    return new FaultResult(
        fault.name(),
        fault.meaning(),
        "",
        tally.asked(),
        tally.provided(),
        tally.refused(),
        fault.mayRefuse(),
        tally.refusals(),
        brokenOff.size(),
        tally.open(),
        records.doubled(),
        redriven,
        started,
        recovery,
        findings(records, tally));
  }

  private boolean waitsForPeople() {
    return scene.databases().countGateway("SELECT count(*) FROM dead_letter WHERE state = 'KEPT'")
        > 0;
  }

  private List<String> findings(PartyRecords records, Tally tally) throws IOException {
    var findings = new ArrayList<String>();
    var differences = records.differences();
    if (!differences.isEmpty()) {
      findings.add(
          "%,d exchanges not alike in the records: %s"
              .formatted(
                  differences.size(),
                  String.join("; ", differences.subList(0, Math.min(SHOWN, differences.size())))));
    }
    if (tally.wrong() > 0) {
      findings.add("%,d answers say something else than the register".formatted(tally.wrong()));
    }
    scene.databases().awaitSealed(PATIENCE);
    var evidence = administrator.verifyEvidence();
    if (!evidence.isSound()) {
      findings.add("the evidence is not sound: " + evidence.findings());
    }
    return findings;
  }
}
