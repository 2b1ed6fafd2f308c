package jp.chukan.command.installation;

/**
 * Ports of this machine by which the parts of an installation reach each other, when something
 * stands between them; otherwise those on which they listen.
 *
 * @param gatewayToDatabase where the gateway finds its database
 * @param gatewayToNetwork where the gateway finds the mock network
 * @param networkToGateway where the mock network finds the gateway
 */
public record Detours(int gatewayToDatabase, int gatewayToNetwork, int networkToGateway) {

  /** Nothing stands between them. */
  public static Detours none(Ports ports) {
    return new Detours(ports.postgres(), ports.network(), ports.gateway());
  }
}
