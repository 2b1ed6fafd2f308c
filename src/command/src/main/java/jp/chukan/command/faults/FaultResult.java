package jp.chukan.command.faults;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import jp.chukan.command.bench.measuring.Figures;

/**
 * What one fault did.
 *
 * @param name of the fault
 * @param meaning what happened
 * @param notPossible why it was not done here, empty when it was
 * @param asked inquiries that the network took
 * @param provided answered with content
 * @param refused answered without
 * @param mayRefuse whether the server was right to refuse
 * @param refusals error codes of those, and how often
 * @param brokenOff inquiries that broke off before the network had them, and so were never asked
 * @param lost without an end when everything was over
 * @param doubled exchanges with more than one record at some party
 * @param redriven dead letters that were sent again
 * @param startSeconds of them, until the processes that had died said that they are ready
 * @param recoverySeconds from the end of the fault until answers flowed again; negative when they
 *     did not without a person
 * @param findings whatever else is not as it should be, in words
 */
record FaultResult(
    String name,
    String meaning,
    String notPossible,
    int asked,
    int provided,
    int refused,
    boolean mayRefuse,
    String refusals,
    int brokenOff,
    int lost,
    int doubled,
    int redriven,
    double startSeconds,
    double recoverySeconds,
    List<String> findings) {
  private static final double LONGEST_SECONDS = 30;
  static final double NEVER = -1;

  FaultResult {
    findings = List.copyOf(findings);
  }

  static FaultResult notPossible(Fault fault, String why) {
    return new FaultResult(
        fault.name(), fault.meaning(), why, 0, 0, 0, false, "", 0, 0, 0, 0, 0, NEVER, List.of());
  }

  @JsonProperty
  boolean possible() {
    return notPossible.isEmpty();
  }

  /** Whether nothing was lost, doubled or wrong, and it recovered in time without a person. */
  @JsonProperty
  boolean passed() {
    return possible()
        && asked > 0
        && lost == 0
        && doubled == 0
        && (mayRefuse || refused == 0)
        && recoverySeconds >= 0
        && recoverySeconds < LONGEST_SECONDS
        && findings.isEmpty();
  }

  String line() {
    if (!possible()) {
      return Figures.format("%-26s not possible here: %s", name, notPossible);
    }
    return Figures.format(
        "%-26s %,5d asked, %,5d provided, %s, %,d lost, %,d doubled, %,d dead letters, %s  %s",
        name, asked, provided, refusedLine(), lost, doubled, redriven, recovery(), verdict());
  }

  private String refusedLine() {
    return Figures.format("%,d refused%s", refused, refused == 0 ? "" : " (" + refusals + ")");
  }

  private String recovery() {
    return recoverySeconds < 0
        ? "NOT RECOVERED"
        : Figures.format("recovered in %.1f s (start %.1f s)", recoverySeconds, startSeconds);
  }

  private String verdict() {
    return passed() ? "passed" : "FAILED";
  }
}
