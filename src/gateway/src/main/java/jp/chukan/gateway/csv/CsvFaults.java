package jp.chukan.gateway.csv;

import java.util.ArrayList;
import java.util.List;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;

/** What is wrong in a file, up to a hundred places: enough to mend it, not a file of its own. */
public final class CsvFaults {
  private static final int MOST = 100;

  private final List<Refusal> faults = new ArrayList<>();
  private long count;

  /** None yet. */
  public CsvFaults() {}

  /**
   * @param line number of the line
   * @param column name of the column, null when it is about the whole line
   */
  public void add(long line, @Nullable String column, ErrorCode code) {
    count++;
    if (faults.size() < MOST) {
      faults.add(new Refusal(code, String.valueOf(line), column));
    }
  }

  /** Whether there are so many that nobody would be told of another. */
  public boolean isFull() {
    return faults.size() == MOST;
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }

  /** All of them, those that are not kept too. */
  long count() {
    return count;
  }

  /**
   * @throws FaultyFileException with all of them, when there is any
   */
  public void throwIfAny() {
    if (!faults.isEmpty()) {
      throw new FaultyFileException(faults);
    }
  }
}
