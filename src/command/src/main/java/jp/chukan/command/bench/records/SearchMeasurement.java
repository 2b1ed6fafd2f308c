package jp.chukan.command.bench.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jp.chukan.command.bench.measuring.Figures;
import jp.chukan.command.bench.measuring.Measurement;

/**
 * What one run showed.
 *
 * @param few searches among hardly any records
 * @param all the same searches among all of them
 */
record SearchMeasurement(Search few, Search all) implements Measurement {

  /** What a search may take at the 99th percentile, in milliseconds. */
  private static final double BAR = 50;

  /**
   * Times in milliseconds, from the question to the whole answer at the client.
   *
   * @param median half of them are faster
   * @param p99 one in a hundred is slower
   * @param longest of all
   */
  record Times(double median, double p99, double longest) {}

  /**
   * Searches one after the other.
   *
   * @param among how many records there are, over all institutions
   * @param found whether every search found what is there
   * @param trace of one exchange by 処理通番
   * @param person of the records about one person
   */
  record Search(int among, boolean found, Times trace, Times person) {}

  /** Whether everything was found, and in time. */
  @Override
  public boolean isValid() {
    return few.found() && all.found() && all.trace().p99() < BAR && all.person().p99() < BAR;
  }

  /** How many times as long a trace takes among all records as among few. */
  double traceRatio() {
    return all.trace().median() / few.trace().median();
  }

  double personRatio() {
    return all.person().median() / few.person().median();
  }

  @Override
  public List<String> lines() {
    return List.of(
        line("trace", few.among(), few.trace()),
        line("trace", all.among(), all.trace()),
        line("person", few.among(), few.person()),
        line("person", all.among(), all.person()),
        Figures.format("ratio    trace %.1f, person %.1f", traceRatio(), personRatio()),
        verdict());
  }

  private String verdict() {
    if (!few.found() || !all.found()) {
      return "NOT VALID not everything was found";
    }
    return isValid()
        ? "valid    all found, 99 of 100 within 50 ms"
        : "NOT VALID all found, but not 99 of 100 within 50 ms";
  }

  private static String line(String what, int among, Times times) {
    return Figures.format(
        "%-8s among %,12d records: median %.1f ms, 99%% %.1f ms, longest %.1f ms",
        what, among, times.median(), times.p99(), times.longest());
  }

  @Override
  public ObjectNode json() {
    ObjectNode root = Figures.object();
    write(root.putObject("few"), few);
    write(root.putObject("all"), all);
    root.put("traceRatio", traceRatio()).put("personRatio", personRatio());
    return root;
  }

  private static void write(ObjectNode node, Search search) {
    node.put("records", search.among()).put("found", search.found());
    write(node.putObject("trace"), search.trace());
    write(node.putObject("person"), search.person());
  }

  private static void write(ObjectNode node, Times times) {
    node.put("medianMillis", times.median())
        .put("p99Millis", times.p99())
        .put("longestMillis", times.longest());
  }
}
