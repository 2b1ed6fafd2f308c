package jp.chukan.command.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.chukan.command.demo.ExchangeRecords.Row;

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
    var sentToServer = new TreeMap<>(network);
    sentToServer.keySet().removeAll(ExchangeRecords.refusedByCore(scene));
    var differences = new ArrayList<String>();
    differences.addAll(differences("inquirer", network, inquirers));
    differences.addAll(differences("provider", sentToServer, providers));
    var counts =
        "%,d of inquirers, %,d of the network, %,d of providers and %,d refused by the core system"
            .formatted(
                size(inquirers),
                size(network),
                size(providers),
                network.size() - sentToServer.size());
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

  /** Every exchange has one record on each side, and both say the same. */
  static List<String> differences(
      String side, Map<String, List<Row>> network, Map<String, List<Row>> others) {
    var numbers = new TreeSet<>(network.keySet());
    numbers.addAll(others.keySet());
    var differences = new ArrayList<String>();
    for (var number : numbers) {
      var here = network.getOrDefault(number, List.of());
      var there = others.getOrDefault(number, List.of());
      if (here.size() != 1 || !here.equals(there)) {
        differences.add("%s: network %s, %s %s".formatted(number, here, side, there));
      }
    }
    return differences;
  }

  private static int size(Map<String, List<Row>> exchanges) {
    return exchanges.values().stream().mapToInt(List::size).sum();
  }
}
