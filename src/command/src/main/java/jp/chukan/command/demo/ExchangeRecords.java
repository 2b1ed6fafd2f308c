package jp.chukan.command.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** 「情報提供等記録」 of one side by 処理通番, as far as all three sides have them in common. */
final class ExchangeRecords {
  /** What an exchange was about and how it ended. */
  record Row(
      String inquirer,
      String provider,
      String affair,
      String procedure,
      String information,
      String outcome,
      String errorCode) {}

  private ExchangeRecords() {}

  static Map<String, List<Row>> ofNetwork(DemoScene scene) throws IOException {
    return byNumber(network(scene));
  }

  static Map<String, List<Row>> ofInquirers(DemoScene scene) throws IOException {
    return byNumber(scene.control().get("/control/records?side=INQUIRER"));
  }

  static Map<String, List<Row>> ofProviders(DemoScene scene) throws IOException {
    var all = new TreeMap<String, List<Row>>();
    for (var municipality : scene.municipalities()) {
      byNumber(scene.client(municipality).provisionRecords())
          .forEach(
              (number, rows) -> all.computeIfAbsent(number, any -> new ArrayList<>()).addAll(rows));
    }
    return all;
  }

  /** Those that the server was never asked about. */
  static Set<String> refusedByCore(DemoScene scene) throws IOException {
    return stream(network(scene))
        .filter(exchange -> exchange.path("refusedByCore").asBoolean())
        .map(ExchangeRecords::number)
        .collect(Collectors.toSet());
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

  private static Map<String, List<Row>> byNumber(JsonNode exchanges) {
    return stream(exchanges)
        .collect(
            Collectors.groupingBy(
                ExchangeRecords::number,
                TreeMap::new,
                Collectors.mapping(ExchangeRecords::row, Collectors.toList())));
  }

  private static Stream<JsonNode> stream(JsonNode exchanges) {
    return StreamSupport.stream(exchanges.spliterator(), false);
  }

  private static String number(JsonNode exchange) {
    return exchange.path("processingNumber").asText();
  }

  private static Row row(JsonNode exchange) {
    return new Row(
        exchange.path("inquirer").asText(),
        exchange.path("provider").asText(),
        exchange.path("affair").asText(),
        exchange.path("procedure").asText(),
        exchange.path("information").asText(),
        outcome(exchange.path("outcome").asText()),
        exchange.path("errorCode").asText(""));
  }

  /** What the provider holds for approval is still open for the others. */
  private static String outcome(String said) {
    return said.equals("AWAITING_APPROVAL") ? "PENDING" : said;
  }
}
