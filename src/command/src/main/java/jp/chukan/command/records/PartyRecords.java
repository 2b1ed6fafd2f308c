package jp.chukan.command.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.chukan.command.client.MunicipalClient;
import jp.chukan.command.installation.ControlClient;
import jp.chukan.command.installation.Installation;
import jp.chukan.contract.code.InstitutionCode;

/**
 * What every party has kept of all exchanges: served municipalities keep theirs at the server, be
 * it as inquirer or as provider, and everybody else in the country.
 *
 * @param network every exchange
 * @param reached those of them that the network sent on to a provider
 * @param inquirers what the inquirers have of them
 * @param providers what the providers have of those
 */
public record PartyRecords(
    RecordSet network, RecordSet reached, RecordSet inquirers, RecordSet providers) {
  /** Refused by the inquirer's own server: the network has never heard of them. */
  private static final String REFUSED_HERE = "SKI-02";

  public static PartyRecords read(Installation installation, ControlClient country)
      throws IOException {
    var network = new RecordSet();
    var reached = new RecordSet();
    country.each(
        "/control/records?side=NETWORK",
        exchange -> {
          network.add(exchange);
          if (!exchange.path("refusedByCore").asBoolean()) {
            reached.add(exchange);
          }
        });
    var inquirers = new RecordSet();
    country.each("/control/records?side=INQUIRER", inquirers::add);
    var providers = new RecordSet();
    country.each("/control/records?side=PROVIDER", providers::add);
    for (var party : country.get("/control/institutions").path("municipalities")) {
      var municipality =
          MunicipalClient.connect(
              installation.gatewayUri(),
              installation.keys(),
              new InstitutionCode(party.path("code").asText()));
      municipality.provisionRecords(
          "INQUIRER",
          exchange -> {
            if (hasLeft(exchange)) {
              inquirers.add(exchange);
            }
          });
      municipality.provisionRecords(
          "PROVIDER",
          exchange -> {
            if (RecordSet.isOfTheNetwork(exchange)) {
              providers.add(exchange);
            }
          });
    }
    return new PartyRecords(network, reached, inquirers, providers);
  }

  private static boolean hasLeft(JsonNode exchange) {
    return !exchange.path("errorCode").asText("").startsWith(REFUSED_HERE);
  }

  /** 「処理通番」 of every exchange that some party has a record of. */
  public Set<String> numbers() {
    var numbers = new HashSet<>(network.numbers());
    numbers.addAll(inquirers.numbers());
    numbers.addAll(providers.numbers());
    return numbers;
  }

  /** The same without these exchanges. */
  public PartyRecords without(Collection<String> numbers) {
    return new PartyRecords(
        network.without(numbers),
        reached.without(numbers),
        inquirers.without(numbers),
        providers.without(numbers));
  }

  /**
   * Inquiries that broke off before the core had them: an inquirer began a record, and nobody was
   * asked.
   */
  public Set<String> brokenOff() {
    var numbers = new HashSet<>(inquirers.numbers());
    numbers.removeAll(network.numbers());
    numbers.removeAll(providers.numbers());
    numbers.removeIf(number -> !inquirers.of(number).stream().allMatch(ExchangeRecord::isPending));
    return numbers;
  }

  /** Exchanges that not all parties have alike, in words. */
  public List<String> differences() {
    var differences = new ArrayList<>(network.differences("inquirer", inquirers));
    differences.addAll(reached.differences("provider", providers));
    return differences;
  }

  /** Exchanges of which some party has more than one record. */
  public int doubled() {
    return Math.max(network.doubled(), Math.max(inquirers.doubled(), providers.doubled()));
  }
}
