package jp.chukan.gateway.csv;

import java.util.Comparator;
import java.util.List;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;

/**
 * A file broke rules while it was being read, so that nothing of it was taken. Carries all that the
 * sender is told; its text holds the first code and the number of faults, never a value.
 */
public final class FaultyFileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> faults;

  FaultyFileException(List<Refusal> faults) {
    super(faults.getFirst().code().id() + " and in all " + faults.size() + " faults");
    this.faults = faults.stream().sorted(Comparator.comparing(FaultyFileException::line)).toList();
  }

  /** What is wrong with the file as a whole. */
  static FaultyFileException of(ErrorCode code) {
    return new FaultyFileException(List.of(Refusal.of(code)));
  }

  /** At least one; {@code record} is the number of the line, {@code element} the column. */
  public List<Refusal> faults() {
    return faults;
  }

  private static long line(Refusal fault) {
    return fault.record() == null ? 0 : Long.parseLong(fault.record());
  }
}
