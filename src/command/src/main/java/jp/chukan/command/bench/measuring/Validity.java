package jp.chukan.command.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

/**
 * What would make the run worthless.
 *
 * @param exchanges how many the network has a record of
 * @param lost lines or 「提供要求」 without a result
 * @param doubled exchanges with more than one record on some side
 * @param differing exchanges that the parties do not have alike
 * @param differences the first few of them
 */
record Validity(int exchanges, int lost, int doubled, int differing, List<String> differences) {
  Validity {
    differences = List.copyOf(differences);
  }

  @JsonProperty
  boolean valid() {
    return lost == 0 && doubled == 0 && differing == 0;
  }

  String line() {
    return valid()
        ? format(
            "valid         none lost, none doubled, %,d exchanges alike in the records of all parties",
            exchanges)
        : format(
            "INVALID       %,d lost, %,d doubled, of %,d exchanges %,d not alike in the records: %s",
            lost, doubled, exchanges, differing, String.join("; ", differences));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
