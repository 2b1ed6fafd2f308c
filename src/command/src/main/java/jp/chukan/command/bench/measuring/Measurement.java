package jp.chukan.command.bench.measuring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What one run of a benchmark showed. */
public interface Measurement {

  /** For who looks on, one line for each thing that was measured. */
  List<String> lines();

  /** For machines: the same, and what follows from it. */
  ObjectNode json();

  /** Whether the run counts, and what it was to show was shown. */
  boolean isValid();
}
