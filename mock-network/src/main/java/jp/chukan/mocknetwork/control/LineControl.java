package jp.chukan.mocknetwork.control;

import jp.chukan.mocknetwork.coresystem.SendProvisionRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Holds 「提供要求」 back and lets them go at once, as after a stop of the network. */
@RestController
final class LineControl {
  private final SendProvisionRequest sending;

  LineControl(SendProvisionRequest sending) {
    this.sending = sending;
  }

  record Line(boolean held) {}

  @PostMapping("/control/line")
  Line line(@RequestBody Line line) {
    if (line.held()) {
      sending.hold();
    } else {
      sending.release();
    }
    return line;
  }
}
