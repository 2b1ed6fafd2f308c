package jp.chukan.mocknetwork.control;

import java.util.List;
import jp.chukan.mocknetwork.coresystem.CoreExchanges;
import jp.chukan.mocknetwork.coresystem.ExchangeRecord;
import jp.chukan.mocknetwork.inquirer.InquirerRecords;
import jp.chukan.mocknetwork.provider.ProviderExchanges;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The records of network, inquirers and providers, to be compared with the server's. */
@RestController
final class RecordControl {
  private final CoreExchanges network;
  private final InquirerRecords inquirers;
  private final ProviderExchanges providers;

  RecordControl(CoreExchanges network, InquirerRecords inquirers, ProviderExchanges providers) {
    this.network = network;
    this.inquirers = inquirers;
    this.providers = providers;
  }

  /** Whose records. */
  enum Side {
    NETWORK,
    INQUIRER,
    PROVIDER
  }

  @GetMapping("/control/records")
  List<ExchangeRecord> records(@RequestParam("side") Side side) {
    return switch (side) {
      case NETWORK -> network.records();
      case INQUIRER -> inquirers.records();
      case PROVIDER -> providers.records();
    };
  }
}
