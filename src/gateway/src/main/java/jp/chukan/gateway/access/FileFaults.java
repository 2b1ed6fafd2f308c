package jp.chukan.gateway.access;

import java.util.List;
import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a CSV file that was refused as a whole, as its sender is told.
 *
 * @param faults at least one, in the order of the lines, at most a hundred
 */
record FileFaults(List<Fault> faults) {

  /**
   * One place. It says which rule and where, and nothing of what stands there.
   *
   * @param line number of the line, null when it is about the whole file
   * @param column name of the column, null when it is about the whole line
   * @param errorCode the row of the catalogue
   * @param errorMessage its text
   */
  record Fault(
      @Nullable Long line, @Nullable String column, String errorCode, String errorMessage) {}

  static FileFaults of(List<Refusal> faults) {
    return new FileFaults(
        faults.stream()
            .map(
                fault ->
                    new Fault(
                        fault.record() == null ? null : Long.valueOf(fault.record()),
                        fault.element(),
                        fault.code().id(),
                        fault.code().message()))
            .toList());
  }
}
