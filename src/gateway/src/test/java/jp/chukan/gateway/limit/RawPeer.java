package jp.chukan.gateway.limit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocketFactory;
import jp.chukan.gateway.testing.RunningGateway;
import org.jspecify.annotations.Nullable;

/** A peer that speaks at its own pace, below any HTTP client. */
final class RawPeer implements AutoCloseable {
  private static final int SMALL_WINDOW = 64 << 10;
  private static final int GLANCE = 1;

  private final Socket socket;
  private final StringBuilder heard = new StringBuilder();

  private RawPeer(Socket socket) {
    this.socket = socket;
  }

  /** Connected by TCP, and not a byte said. */
  static RawPeer silent(URI server) throws IOException {
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress("127.0.0.1", server.getPort()));
    return new RawPeer(socket);
  }

  /** Connected by TLS from this local address; without a certificate when it is null. */
  static RawPeer connected(
      RunningGateway gateway, @Nullable String certificate, URI server, String from)
      throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(SMALL_WINDOW);
    socket.bind(new InetSocketAddress(from, 0));
    socket.connect(new InetSocketAddress("127.0.0.1", server.getPort()));
    SSLSocketFactory tls = gateway.keys().tls(certificate).getSocketFactory();
    return new RawPeer(tls.createSocket(socket, "localhost", server.getPort(), true));
  }

  void say(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  /**
   * Says this much, and takes whatever is there.
   *
   * @return whether the server has given the connection up
   */
  boolean isGivenUpAfter(String drop) {
    try {
      say(drop);
      return isGivenUp(SMALL_WINDOW);
    } catch (IOException reset) {
      return true;
    }
  }

  /**
   * Takes at most this much.
   *
   * @return whether the server has given the connection up
   */
  boolean isGivenUp(int most) {
    try {
      socket.setSoTimeout(GLANCE);
      byte[] bytes = new byte[most];
      int taken = 0;
      int read = 0;
      while (read >= 0 && taken < most) {
        read = socket.getInputStream().read(bytes);
        taken += read;
        if (read > 0 && heard.length() < SMALL_WINDOW) {
          heard.append(new String(bytes, 0, read, StandardCharsets.UTF_8));
        }
      }
      return read < 0;
    } catch (SocketTimeoutException nothing) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  /** Everything up to the end of the connection. */
  String answer() {
    try {
      socket.setSoTimeout(10_000);
      InputStream input = socket.getInputStream();
      heard.append(new String(input.readAllBytes(), StandardCharsets.UTF_8));
      return heard();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String heard() {
    return heard.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
