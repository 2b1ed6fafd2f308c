package jp.chukan.mocknetwork.recordlist;

import java.util.Set;
import org.springframework.stereotype.Component;

/** What is wrong with every list of exchanges until something else is ordered. */
@Component
public final class RecordListFaults {
  private volatile Set<RecordListFault> ordered = Set.of();

  /**
   * @param faults none for right lists
   */
  public void order(Set<RecordListFault> faults) {
    ordered = Set.copyOf(faults);
  }

  boolean has(RecordListFault fault) {
    return ordered.contains(fault);
  }
}
