package jp.chukan.gateway.kernel;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again whether the machines at the other end of open sockets still take
 * connections. Where one does not three times in a row, its sockets are closed, and whoever waits
 * for an answer there learns at once that none comes.
 */
final class SocketWatch {
  private static final Logger log = LoggerFactory.getLogger(SocketWatch.class);

  private static final Duration INTERVAL = Duration.ofSeconds(3);
  private static final int CONNECT_MILLIS = 3_000;
  private static final int MISSES = 3;

  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Map<SocketAddress, Integer> misses = new ConcurrentHashMap<>();
  private final Reach reach;

  /**
   * @param reach how it is found out
   */
  SocketWatch(Reach reach) {
    this.reach = reach;
  }

  /** Whether a machine takes connections. */
  @FunctionalInterface
  interface Reach {
    /**
     * Connects, and lets go.
     *
     * @throws IOException when it does not take connections
     */
    void attempt(SocketAddress address) throws IOException;
  }

  /** Watches from now on, as long as this process lives. */
  static SocketWatch start() {
    SocketWatch watch = new SocketWatch(SocketWatch::connect);
    Thread.ofVirtual().name("database-watch").start(watch::lookForEver);
    return watch;
  }

  private static void connect(SocketAddress address) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(address, CONNECT_MILLIS);
    }
  }

  private void lookForEver() {
    try {
      while (true) {
        Thread.sleep(INTERVAL);
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A socket that is not connected yet, and watched from then on. */
  Socket open() {
    Socket socket = new Socket();
    open.add(socket);
    return socket;
  }

  /** Looks once at every machine to which a socket is open. */
  void look() {
    open.removeIf(Socket::isClosed);
    Set<SocketAddress> machines =
        open.stream()
            .filter(Socket::isConnected)
            .map(Socket::getRemoteSocketAddress)
            .collect(Collectors.toSet());
    misses.keySet().retainAll(machines);
    machines.forEach(this::lookAt);
  }

  private void lookAt(SocketAddress machine) {
    try {
      reach.attempt(machine);
      misses.remove(machine);
    } catch (IOException e) {
      if (misses.merge(machine, 1, Integer::sum) >= MISSES) {
        misses.remove(machine);
        log.warn("the database takes no connections: those to {} are given up", machine);
        open.stream()
            .filter(socket -> machine.equals(socket.getRemoteSocketAddress()))
            .forEach(SocketWatch::close);
      }
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      log.debug("a socket that is given up does not close: {}", e.getClass().getName());
    }
  }
}
