package jp.chukan.command.faults;

import java.util.function.Function;
import jp.chukan.command.installation.Link;

/** A link between two parts. */
enum Way {
  GATEWAY_TO_DATABASE("gateway-database", Links::gatewayToDatabase),
  GATEWAY_TO_NETWORK("gateway-network", Links::gatewayToNetwork),
  NETWORK_TO_GATEWAY("network-gateway", Links::networkToGateway);

  private final String word;
  private final Function<Links, Link> link;

  Way(String word, Function<Links, Link> link) {
    this.word = word;
    this.link = link;
  }

  Link of(Links links) {
    return link.apply(links);
  }

  String word() {
    return word;
  }

  String words() {
    return word.replace("-", " → ");
  }
}
