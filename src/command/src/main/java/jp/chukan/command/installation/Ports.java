package jp.chukan.command.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/**
 * The ports of one installation.
 *
 * @param gateway HTTPS of the gateway
 * @param console HTTPS of the console of the staff
 * @param network HTTPS of the interface system and the municipal hubs
 * @param management plain HTTP of the gateway's management, this machine only
 * @param control plain HTTP of the mock network's control, this machine only
 * @param postgres PostgreSQL, this machine only
 */
public record Ports(
    int gateway, int console, int network, int management, int control, int postgres) {

  /** The documented numbers, each replaced by a free one when something else listens there. */
  public static Ports preferred() {
    return new Ports(
        orFree(18443), orFree(18445), orFree(18444), orFree(18081), orFree(18082), orFree(15432));
  }

  /** Free numbers, for runs side by side. */
  public static Ports free() {
    return new Ports(orFree(0), orFree(0), orFree(0), orFree(0), orFree(0), orFree(0));
  }

  private static int orFree(int wanted) {
    try (var socket = new ServerSocket(wanted)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      if (wanted == 0) {
        throw new UncheckedIOException("no free port", e);
      }
      return orFree(0);
    }
  }
}
