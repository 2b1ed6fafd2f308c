package jp.chukan.command.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.concurrent.ThreadLocalRandom;

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

  private static final int ANY = 0;

  /**
   * Below the numbers that operating systems give to connections that go out (32768 and above, RFC
   * 6335 section 6: 49152): such a connection may take a number before the process that it was
   * found for listens there.
   */
  private static final int LOWEST = 20_000;

  private static final int BEYOND = 32_000;
  private static final int ATTEMPTS = 100;

  /** The documented numbers, each replaced by a free one when something else listens there. */
  public static Ports preferred() {
    return of(18443, 18445, 18444, 18081, 18082, 15432);
  }

  /** Free numbers, for runs side by side. */
  public static Ports free() {
    return of(ANY, ANY, ANY, ANY, ANY, ANY);
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
    int port = wanted == ANY ? random() : wanted;
    for (int attempt = 1; ; attempt++) {
      try {
        return new ServerSocket(port);
      } catch (IOException taken) {
        if (attempt == ATTEMPTS) {
          throw taken;
        }
        port = random();
      }
    }
  }

  private static int random() {
    return ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
  }
}
