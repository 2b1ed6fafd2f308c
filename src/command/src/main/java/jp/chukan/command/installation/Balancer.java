package jp.chukan.command.installation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands before several nodes as an operator's balancer would: hands each connection to the next
 * node that takes one, and passes its bytes on as they are. TLS begins and ends behind it.
 */
final class Balancer implements AutoCloseable {
  private static final int CONNECT_MILLIS = 2_000;

  private final ServerSocket door;
  private final List<InetSocketAddress> nodes;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private int next;

  private Balancer(ServerSocket door, List<InetSocketAddress> nodes) {
    this.door = door;
    this.nodes = List.copyOf(nodes);
  }

  /** Begins to listen, on this machine only. */
  static Balancer start(int port, List<InetSocketAddress> nodes) {
    try {
      var balancer =
          new Balancer(new ServerSocket(port, 0, InetAddress.getLoopbackAddress()), nodes);
      Thread.ofVirtual().name("balancer").start(balancer::accept);
      return balancer;
    } catch (IOException e) {
      throw new InstallationException("the balancer cannot listen: " + e.getMessage(), e);
    }
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var client = door.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        // closed: nobody is served any more
        return;
      }
    }
  }

  private void serve(Socket client) {
    Socket node = null;
    try {
      node = connect();
      open.add(node);
      var there = node;
      var answers = Thread.ofVirtual().start(() -> pass(there, client));
      pass(client, node);
      answers.join();
    } catch (IOException e) {
      // no node takes it: whoever came sees a broken connection and comes again
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end(client);
      if (node != null) {
        end(node);
      }
    }
  }

  private Socket connect() throws IOException {
    var refusal = new IOException("no node");
    for (var node : inTurn()) {
      var socket = new Socket();
      try {
        socket.connect(node, CONNECT_MILLIS);
        socket.setTcpNoDelay(true);
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

  /** Until one side ends; a node that dies ends both, so that its client learns it at once. */
  private void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      end(from);
      end(to);
    }
  }

  private void end(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      // it is gone
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      // it is gone
    }
    List.copyOf(open).forEach(this::end);
  }
}
