package jp.chukan.command.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;

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
    return of(18443, 18445, 18444, 18081, 18082, 15432);
  }

  /** Free numbers, for runs side by side. */
  public static Ports free() {
    return of(0, 0, 0, 0, 0, 0);
  }

  private static Ports of(int... wanted) {
    // all are held until the last is found: none is given twice
    var held = new ArrayList<ServerSocket>();
    try {
      for (int port : wanted) {
        held.add(orFree(port));
      }
      var ports = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
      for (var socket : held) {
        socket.close();
      }
      return new Ports(ports[0], ports[1], ports[2], ports[3], ports[4], ports[5]);
    } catch (IOException e) {
      throw new UncheckedIOException("no free port", e);
    }
  }

  private static ServerSocket orFree(int wanted) throws IOException {
    try {
      return new ServerSocket(wanted);
    } catch (IOException taken) {
      return new ServerSocket(0);
    }
  }
}
