package jp.chukan.mocknetwork.control;

import java.util.Objects;
import jp.chukan.mocknetwork.timestamp.TimeStampFault;
import jp.chukan.mocknetwork.timestamp.TimeStampFaults;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What goes wrong with time stamps. */
@RestController
final class TimeStampControl {
  private final TimeStampFaults faults;

  TimeStampControl(TimeStampFaults faults) {
    this.faults = faults;
  }

  /**
   * What goes wrong with the next requests.
   *
   * @param fault null for nothing
   * @param count with how many, null for one
   */
  record Order(@Nullable TimeStampFault fault, @Nullable Integer count) {}

  @PostMapping("/control/time-stamp-faults")
  Order spoil(@RequestBody Order order) {
    faults.order(order.fault(), Objects.requireNonNullElse(order.count(), 1));
    return order;
  }
}
