package jp.chukan.command.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import jp.chukan.command.records.RecordSet;

/** 「情報提供等記録」 of each party to 「情報提供」. */
final class ExchangeRecords {
  private ExchangeRecords() {}

  static RecordSet ofNetwork(DemoScene scene) throws IOException {
    return RecordSet.of(network(scene));
  }

  static RecordSet ofInquirers(DemoScene scene) throws IOException {
    return RecordSet.of(scene.control().get("/control/records?side=INQUIRER"));
  }

  static RecordSet ofProviders(DemoScene scene) throws IOException {
    var all = new RecordSet();
    for (var municipality : scene.municipalities()) {
      all.addAll(
          RecordSet.of(scene.client(municipality).provisionRecords(), RecordSet::isOfTheNetwork));
    }
    return all;
  }

  /** Those that the server was never asked about. */
  static Set<String> refusedByCore(DemoScene scene) throws IOException {
    return RecordSet.of(network(scene), exchange -> exchange.path("refusedByCore").asBoolean())
        .numbers();
  }

  static int countOfNetwork(DemoScene scene) {
    try {
      return network(scene).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode network(DemoScene scene) throws IOException {
    return scene.control().get("/control/records?side=NETWORK");
  }
}
