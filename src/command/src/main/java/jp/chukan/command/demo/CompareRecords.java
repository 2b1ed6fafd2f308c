package jp.chukan.command.demo;

import java.io.IOException;
import java.util.ArrayList;

/** Inquirer, network and provider each kept records of their own; they say the same (MS-74). */
final class CompareRecords implements DemoStep {
  private static final int SHOWN = 3;

  @Override
  public String title() {
    return "records of inquirer, network and provider equal";
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    var network = ExchangeRecords.ofNetwork(scene);
    var inquirers = ExchangeRecords.ofInquirers(scene);
    var providers = ExchangeRecords.ofProviders(scene);
    var sentToServer = network.without(ExchangeRecords.refusedByCore(scene));
    var differences = new ArrayList<String>();
    differences.addAll(network.differences("inquirer", inquirers));
    differences.addAll(sentToServer.differences("provider", providers));
    var counts =
        "%,d of inquirers, %,d of the network, %,d of providers and %,d refused by the core system"
            .formatted(
                inquirers.size(),
                network.size(),
                providers.size(),
                network.numbers().size() - sentToServer.numbers().size());
    return differences.isEmpty()
        ? new StepOutcome.Met(counts)
        : new StepOutcome.Unmet(
            "%s; %,d differ: %s"
                .formatted(
                    counts,
                    differences.size(),
                    String.join(
                        "; ", differences.subList(0, Math.min(SHOWN, differences.size())))));
  }
}
