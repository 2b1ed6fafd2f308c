package jp.chukan.command.bench.measuring;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.List;
import jp.chukan.command.installation.ControlClient;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.records.PartyRecords;

/**
 * What would make the run worthless.
 *
 * @param exchanges how many the network has a record of
 * @param lost lines or 「提供要求」 without a result
 * @param doubled exchanges with more than one record on some side
 * @param differing exchanges that the parties do not have alike
 * @param differences the first few of them
 */
public record Validity(
    int exchanges, int lost, int doubled, int differing, List<String> differences) {
  private static final int SHOWN = 3;

  public Validity {
    differences = List.copyOf(differences);
  }

  /**
   * What the records of all parties show. An answer that is not what the register says counts as
   * lost.
   *
   * @param lost what is known to have no result
   */
  public static Validity of(Installation installation, ControlClient country, int lost)
      throws IOException {
    var records = PartyRecords.read(installation, country);
    var differences = records.differences();
    return new Validity(
        records.network().numbers().size(),
        lost + Math.toIntExact(new Databases(installation).answersThatDiffer()),
        records.doubled(),
        differences.size(),
        differences.subList(0, Math.min(SHOWN, differences.size())));
  }

  @JsonProperty
  public boolean valid() {
    return lost == 0 && doubled == 0 && differing == 0;
  }

  public String line() {
    return valid()
        ? Figures.format(
            "valid         none lost, none doubled, %,d exchanges alike in the records of all parties",
            exchanges)
        : Figures.format(
            "INVALID       %,d lost, %,d doubled, of %,d exchanges %,d not alike in the records: %s",
            lost, doubled, exchanges, differing, String.join("; ", differences));
  }
}
