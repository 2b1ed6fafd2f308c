package jp.chukan.command.faults;

import java.io.IOException;
import jp.chukan.command.installation.Detours;
import jp.chukan.command.installation.Link;
import jp.chukan.command.installation.Ports;

/**
 * The links of an installation that can be cut and delayed.
 *
 * @param gatewayToDatabase what the gateway says to its database
 * @param gatewayToNetwork answers and whatever else the gateway sends
 * @param networkToGateway requests of the network
 */
record Links(Link gatewayToDatabase, Link gatewayToNetwork, Link networkToGateway)
    implements AutoCloseable {

  /** Links that lead nowhere yet. */
  static Links open() throws IOException {
    return new Links(new Link(), new Link(), new Link());
  }

  /** Leads to the parts that listen on these ports. */
  Detours to(Ports ports) {
    gatewayToDatabase.leadTo(ports.postgres());
    gatewayToNetwork.leadTo(ports.network());
    networkToGateway.leadTo(ports.gateway());
    return new Detours(gatewayToDatabase.port(), gatewayToNetwork.port(), networkToGateway.port());
  }

  @Override
  public void close() throws IOException {
    gatewayToDatabase.close();
    gatewayToNetwork.close();
    networkToGateway.close();
  }
}
