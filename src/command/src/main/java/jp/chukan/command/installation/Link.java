package jp.chukan.command.installation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What connections between two parts of an installation go through on this machine: it carries
 * bytes both ways as they are, and can be cut and delayed.
 */
public final class Link implements AutoCloseable {
  private static final int PIECE = 1 << 16;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final InetSocketAddress door;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Target target = Link::nowhere;
  private volatile Duration delay = Duration.ZERO;
  private ServerSocket listener;
  private Thread acceptor;

  /** Where a new connection leads. */
  @FunctionalInterface
  interface Target {
    /**
     * A connection for one that has come.
     *
     * @throws IOException when nobody is there; then who came sees a broken connection
     */
    Socket connect() throws IOException;
  }

  /** Listens on a free port, but leads nowhere yet. */
  public Link() throws IOException {
    this(0);
  }

  /**
   * Listens, but leads nowhere yet.
   *
   * @param port of this machine, 0 for a free one
   */
  Link(int port) throws IOException {
    this(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  /**
   * The same, at another address of this machine.
   *
   * @param wanted with port 0 at a free one
   */
  Link(InetSocketAddress wanted) throws IOException {
    this.listener = listen(wanted);
    this.door = new InetSocketAddress(wanted.getAddress(), listener.getLocalPort());
    this.acceptor = carry(listener);
  }

  /** Where it listens. */
  public int port() {
    return door.getPort();
  }

  /**
   * @param target port of this machine to which new connections lead
   */
  public void leadTo(int target) {
    leadTo(() -> new Socket(InetAddress.getLoopbackAddress(), target));
  }

  /** Has each new connection led to where this leads at that moment. */
  void leadTo(Target others) {
    target = others;
  }

  private static Socket nowhere() throws IOException {
    throw new IOException("leads nowhere yet");
  }

  /** From now on each piece of what is sent, in either direction, waits for so long. */
  public void delay(Duration each) {
    delay = each;
  }

  /** Resets what is connected, and refuses new connections. */
  public synchronized void cut() throws IOException {
    listener.close();
    try {
      // until then connections are still let in
      acceptor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    sockets.forEach(Link::reset);
  }

  /** Lets connections in again. */
  public synchronized void restore() {
    // somebody else may have been given the port for a moment
    if (!Waiting.until(PATIENCE, this::listensAgain)) {
      throw new InstallationException("port " + port() + " is taken");
    }
    acceptor = carry(listener);
  }

  private boolean listensAgain() {
    try {
      listener = listen(door);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  private static ServerSocket listen(InetSocketAddress address) throws IOException {
    var socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(address);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private Thread carry(ServerSocket from) {
    return Thread.ofVirtual().name("link-" + port()).start(() -> accept(from));
  }

  private void accept(ServerSocket from) {
    while (!from.isClosed()) {
      try {
        var near = from.accept();
        sockets.add(near);
        Thread.ofVirtual().start(() -> connect(from, near));
      } catch (IOException e) {
        // cut, or nobody there any more who wanted to connect
      }
    }
  }

  private void connect(ServerSocket from, Socket near) {
    try {
      var far = target.connect();
      sockets.add(far);
      if (from.isClosed()) {
        end(near, far);
        return;
      }
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      Thread.ofVirtual().start(() -> pump(near, far));
      pump(far, near);
    } catch (IOException e) {
      // nobody listens there: the other side learns it by a reset
      forget(near);
    }
  }

  private void pump(Socket from, Socket to) {
    var piece = new byte[PIECE];
    try {
      var in = from.getInputStream();
      var out = to.getOutputStream();
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        Thread.sleep(delay);
        out.write(piece, 0, length);
      }
      to.shutdownOutput();
      if (from.isOutputShutdown()) {
        // both have said all: what is still on its way arrives
        sockets.remove(from);
        sockets.remove(to);
        from.close();
        to.close();
      }
    } catch (IOException e) {
      end(from, to);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end(from, to);
    }
  }

  private void end(Socket one, Socket other) {
    forget(one);
    forget(other);
  }

  private void forget(Socket socket) {
    sockets.remove(socket);
    reset(socket);
  }

  private static void reset(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // it is closed already
    }
  }

  @Override
  public synchronized void close() throws IOException {
    cut();
  }
}
