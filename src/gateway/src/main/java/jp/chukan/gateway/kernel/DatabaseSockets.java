package jp.chukan.gateway.kernel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Makes the JDBC driver's connections to an external database. A cable that is cut resets nothing,
 * and how long a statement takes nobody knows before: a time limit for answers would either break
 * long statements or find the cut late. So the machine itself is looked at instead, see {@link
 * SocketWatch}.
 *
 * <p>Named in the address of the database; the driver makes its own instance.
 */
public final class DatabaseSockets extends SocketFactory {
  private static final SocketWatch WATCH = SocketWatch.start();

  @Override
  public Socket createSocket() {
    return WATCH.open();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
  }

  private static Socket connected(InetSocketAddress address) throws IOException {
    return connected(address, new InetSocketAddress(0));
  }

  private static Socket connected(InetSocketAddress address, InetSocketAddress local)
      throws IOException {
    Socket socket = WATCH.open();
    try {
      socket.bind(local);
      socket.connect(address);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
