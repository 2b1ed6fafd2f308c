package jp.chukan.mocknetwork.control;

import java.util.List;
import jp.chukan.mocknetwork.coresystem.CoreExchanges;
import jp.chukan.mocknetwork.coresystem.ExchangeRecord;
import jp.chukan.mocknetwork.inquirer.InquirerRecords;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The records of the network and of the inquirers, to be compared with the provider's. */
@RestController
final class RecordControl {
  private final CoreExchanges network;
  private final InquirerRecords inquirers;

  RecordControl(CoreExchanges network, InquirerRecords inquirers) {
    this.network = network;
    this.inquirers = inquirers;
  }

  /** Whose records. */
  enum Side {
    NETWORK,
    INQUIRER
  }

  @GetMapping("/control/records")
  List<ExchangeRecord> records(@RequestParam("side") Side side) {
    return switch (side) {
      case NETWORK -> network.records();
      case INQUIRER -> inquirers.records();
    };
  }
}
