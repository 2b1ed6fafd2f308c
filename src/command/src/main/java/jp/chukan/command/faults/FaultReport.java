package jp.chukan.command.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.command.bench.measuring.Figures;
import jp.chukan.command.bench.measuring.Measurement;

/**
 * What all faults of a run did.
 *
 * @param perSecond how many inquiries were due in a second
 * @param lastingSeconds how long each fault lasted
 * @param results one for each fault
 */
record FaultReport(int perSecond, long lastingSeconds, List<FaultResult> results)
    implements Measurement {
  FaultReport {
    results = List.copyOf(results);
  }

  @Override
  public List<String> lines() {
    var lines = new ArrayList<String>();
    for (var result : results) {
      lines.add(result.line());
      result.findings().forEach(finding -> lines.add("    " + finding));
    }
    lines.add(summary());
    return lines;
  }

  /** The whole in one line. */
  String summary() {
    long passed = results.stream().filter(FaultResult::passed).count();
    long possible = results.stream().filter(FaultResult::possible).count();
    return Figures.format(
        "%d of %d faults passed, each for %d s at %d/s%s",
        passed,
        possible,
        lastingSeconds,
        perSecond,
        possible == results.size()
            ? ""
            : Figures.format("; %d not possible here", results.size() - possible));
  }

  @Override
  public ObjectNode json() {
    return Figures.object(this);
  }

  /** Whether every fault that was possible passed, and one was. */
  @Override
  public boolean isValid() {
    return results.stream().anyMatch(FaultResult::possible)
        && results.stream().allMatch(result -> result.passed() || !result.possible());
  }
}
