package jp.chukan.mocknetwork.control;

import java.util.Objects;
import java.util.Set;
import jp.chukan.mocknetwork.recordlist.RecordListFault;
import jp.chukan.mocknetwork.recordlist.RecordListFaults;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What goes wrong with the lists of exchanges that the network hands out. */
@RestController
final class RecordListControl {
  private final RecordListFaults faults;

  RecordListControl(RecordListFaults faults) {
    this.faults = faults;
  }

  /**
   * What is wrong with every list from now on.
   *
   * @param faults null for nothing
   */
  record Order(@Nullable Set<RecordListFault> faults) {}

  @PostMapping("/control/record-list-faults")
  Order spoil(@RequestBody Order order) {
    faults.order(Objects.requireNonNullElse(order.faults(), Set.of()));
    return order;
  }
}
