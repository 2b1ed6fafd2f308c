package jp.chukan.command.client;

import java.util.List;
import java.util.stream.Stream;

/** The gateway took nothing of a CSV file, and said where it is wrong. */
public final class RefusedFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<FileFault> faults;

  RefusedFileException(List<FileFault> faults) {
    super("the gateway took nothing of the file, " + faults.size() + " faults");
    this.faults = List.copyOf(faults);
  }

  public List<FileFault> faults() {
    return faults;
  }

  /** For a person to read. */
  public List<String> lines() {
    return Stream.concat(
            Stream.of("Refused, nothing of the file was taken:"),
            faults.stream().map(fault -> "  " + fault.describe()))
        .toList();
  }
}
