package jp.chukan.command.installation;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands before several nodes as an operator's balancer would: hands each connection to the next
 * node that takes one, and passes its bytes on as they are. TLS begins and ends behind it.
 */
final class Balancer implements AutoCloseable {
  private static final int CONNECT_MILLIS = 2_000;

  private final Link link;
  private final List<InetSocketAddress> nodes;
  private int next;

  private Balancer(Link link, List<InetSocketAddress> nodes) {
    this.link = link;
    this.nodes = List.copyOf(nodes);
  }

  /** Begins to listen, on this machine only. */
  static Balancer start(int port, List<InetSocketAddress> nodes) {
    try {
      var balancer = new Balancer(new Link(port), nodes);
      balancer.link.leadTo(balancer::connect);
      return balancer;
    } catch (IOException e) {
      throw new InstallationException("the balancer cannot listen: " + e.getMessage(), e);
    }
  }

  private Socket connect() throws IOException {
    var refusal = new IOException("no node");
    for (var node : inTurn()) {
      var socket = new Socket();
      try {
        socket.connect(node, CONNECT_MILLIS);
        return socket;
      } catch (IOException e) {
        socket.close();
        refusal.addSuppressed(e);
      }
    }
    throw refusal;
  }

  private synchronized List<InetSocketAddress> inTurn() {
    int first = next++ % nodes.size();
    var turn = new ArrayList<>(nodes.subList(first, nodes.size()));
    turn.addAll(nodes.subList(0, first));
    return turn;
  }

  @Override
  public void close() {
    try {
      link.close();
    } catch (IOException e) {
      // it is gone
    }
  }
}
