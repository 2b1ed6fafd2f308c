package jp.chukan.command.bench.records;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import jp.chukan.command.bench.measuring.Figures;
import jp.chukan.command.bench.measuring.Measurement;

/**
 * What one run showed.
 *
 * @param provisions in each round
 * @param with rounds with sealing
 * @param without rounds without
 */
record SealingMeasurement(int provisions, List<Round> with, List<Round> without)
    implements Measurement {

  /** What sealing may add at most, as a share of the cost of a provision. */
  private static final double BAR = 0.10;

  SealingMeasurement {
    with = List.copyOf(with);
    without = List.copyOf(without);
  }

  /**
   * One round.
   *
   * @param answered how many provisions ended with an answer
   * @param taken from the first request to the last answer
   * @param processor time of server and database
   */
  record Round(int answered, Duration taken, Duration processor) {

    double processorMillisEach() {
      return processor.toNanos() / 1e6 / answered;
    }

    double takenMillisEach() {
      return taken.toNanos() / 1e6 / answered;
    }
  }

  /** How much more a provision costs with sealing, as a share; medians of the rounds. */
  double added() {
    return median(with, Round::processorMillisEach) / median(without, Round::processorMillisEach)
        - 1;
  }

  /** Whether every request was answered; and at most a tenth was added. */
  @Override
  public boolean isValid() {
    return answeredAll(with) && answeredAll(without) && added() <= BAR;
  }

  private boolean answeredAll(List<Round> all) {
    return all.stream().allMatch(round -> round.answered() > 0);
  }

  private static double median(List<Round> all, ToDoubleFunction<Round> measure) {
    double[] sorted = all.stream().mapToDouble(measure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  @Override
  public List<String> lines() {
    return List.of(
        line("with", with),
        line("without", without),
        Figures.format("added     %+.1f %% of the cost of a provision", added() * 100),
        isValid() ? "valid     at most 10 %" : "NOT VALID more than 10 %, or not all answered");
  }

  private static String line(String what, List<Round> all) {
    return Figures.format(
        "%-9s %.2f ms of processor, %.2f ms from request to answer, each; %d rounds",
        what,
        median(all, Round::processorMillisEach),
        median(all, Round::takenMillisEach),
        all.size());
  }

  @Override
  public ObjectNode json() {
    ObjectNode root = Figures.object();
    root.put("provisions", provisions);
    write(root.putArray("with"), with);
    write(root.putArray("without"), without);
    root.put("added", added());
    return root;
  }

  private static void write(ArrayNode node, List<Round> all) {
    for (Round round : all) {
      node.addObject()
          .put("answered", round.answered())
          .put("takenMillis", round.taken().toMillis())
          .put("processorMillis", round.processor().toMillis());
    }
  }
}
