package jp.chukan.command.installation;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands before several nodes as an operator's balancer would: hands each connection to the next
 * node that takes one, and passes its bytes on as they are. TLS begins and ends behind it. It looks
 * after each node all the time; one that does not answer gets nothing any more, and who was
 * connected to it learns by a reset that it has to come again.
 */
final class Balancer implements AutoCloseable {
  private static final int CONNECT_MILLIS = 2_000;
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  /** So often in a row a node does not answer before it counts as away. */
  private static final int MISSES = 2;

  private final Link link;
  private final List<Node> nodes;
  private final Thread watch;
  private int next;

  private Balancer(Link link, List<InetSocketAddress> nodes) {
    this.link = link;
    this.nodes = nodes.stream().map(Node::new).toList();
    this.watch = Thread.ofVirtual().name("balancer-watch").unstarted(this::watch);
  }

  /** Begins to listen, on this machine only. */
  static Balancer start(int port, List<InetSocketAddress> nodes) {
    try {
      var balancer = new Balancer(new Link(port), nodes);
      balancer.link.leadTo(balancer::connect);
      balancer.watch.start();
      return balancer;
    } catch (IOException e) {
      throw new InstallationException("the balancer cannot listen: " + e.getMessage(), e);
    }
  }

  private Socket connect() throws IOException {
    var refusal = new IOException("no node");
    for (var node : inTurn()) {
      try {
        return node.connect();
      } catch (IOException e) {
        refusal.addSuppressed(e);
      }
    }
    throw refusal;
  }

  /** The next one first, and those that are away last: they may be back. */
  private synchronized List<Node> inTurn() {
    int first = next++ % nodes.size();
    var turn = new ArrayList<>(nodes.subList(first, nodes.size()));
    turn.addAll(nodes.subList(0, first));
    turn.sort(Comparator.comparing(Node::isAway));
    return turn;
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(INTERVAL);
        nodes.forEach(Node::look);
      }
    } catch (InterruptedException e) {
      // it is closed
    }
  }

  @Override
  public void close() {
    watch.interrupt();
    try {
      link.close();
    } catch (IOException e) {
      // it is gone
    }
  }

  /** One node and who is connected to it. */
  private static final class Node {
    private final InetSocketAddress door;
    private final Set<Socket> connected = ConcurrentHashMap.newKeySet();
    private volatile int misses;

    private Node(InetSocketAddress door) {
      this.door = door;
    }

    boolean isAway() {
      return misses >= MISSES;
    }

    Socket connect() throws IOException {
      var socket = open();
      connected.removeIf(Socket::isClosed);
      connected.add(socket);
      return socket;
    }

    private Socket open() throws IOException {
      var socket = new Socket();
      try {
        socket.connect(door, CONNECT_MILLIS);
        return socket;
      } catch (IOException e) {
        socket.close();
        throw e;
      }
    }

    void look() {
      try {
        open().close();
        misses = 0;
      } catch (IOException e) {
        misses = Math.min(misses + 1, MISSES);
        if (isAway()) {
          connected.forEach(Node::end);
          connected.clear();
        }
      }
    }

    private static void end(Socket socket) {
      try {
        socket.close();
      } catch (IOException e) {
        // it is closed already
      }
    }
  }
}
