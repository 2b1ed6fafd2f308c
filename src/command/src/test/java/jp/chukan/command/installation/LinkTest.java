package jp.chukan.command.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class LinkTest {
  private static final byte[] WORD = "提供要求".getBytes(StandardCharsets.UTF_8);

  private ServerSocket echo;
  private Link link;

  @BeforeEach
  void open() throws IOException {
    echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::answerAll);
    link = new Link();
    link.leadTo(echo.getLocalPort());
  }

  @AfterEach
  void close() throws IOException {
    link.close();
    echo.close();
  }

  @Test
  void carriesEveryByteBothWaysAndTheEnd() throws IOException, InterruptedException {
    var sent = new byte[1 << 20];
    new Random(1).nextBytes(sent);
    try (var client = client()) {
      var writer = Thread.ofVirtual().start(() -> writeAll(client, sent));
      assertThat(client.getInputStream().readAllBytes()).isEqualTo(sent);
      writer.join();
    }
  }

  @Test
  void aCutResetsWhatIsConnected() throws IOException {
    try (var client = client()) {
      assertThat(echoed(client)).isEqualTo(WORD);
      link.cut();
      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aCutRefusesUntilItIsRestored() throws IOException {
    link.cut();
    assertThatThrownBy(this::client).isInstanceOf(IOException.class);
    link.restore();
    try (var client = client()) {
      assertThat(echoed(client)).isEqualTo(WORD);
    }
  }

  @Test
  void aDelayHoldsEachDirection() throws IOException {
    var each = Duration.ofMillis(150);
    try (var client = client()) {
      assertThat(echoed(client)).isEqualTo(WORD);
      link.delay(each);
      long begun = System.nanoTime();
      assertThat(echoed(client)).isEqualTo(WORD);
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isGreaterThanOrEqualTo(each.multipliedBy(2));
    }
  }

  @Test
  void nobodyBehindItIsAReset() throws IOException {
    echo.close();
    // the reset may come before the connection is complete
    assertThatThrownBy(
            () -> {
              try (var client = client()) {
                client.getInputStream().read();
              }
            })
        .isInstanceOf(IOException.class);
  }

  private Socket client() throws IOException {
    var client = new Socket();
    try {
      client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), link.port()), 5_000);
      return client;
    } catch (IOException e) {
      client.close();
      throw e;
    }
  }

  private static byte[] echoed(Socket client) throws IOException {
    client.getOutputStream().write(WORD);
    return client.getInputStream().readNBytes(WORD.length);
  }

  private static void writeAll(Socket client, byte[] bytes) {
    try {
      client.getOutputStream().write(bytes);
      client.shutdownOutput();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answerAll() {
    while (!echo.isClosed()) {
      try {
        var socket = echo.accept();
        Thread.ofVirtual().start(() -> answer(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void answer(Socket socket) {
    try (socket) {
      socket.getInputStream().transferTo(socket.getOutputStream());
    } catch (IOException e) {
      // the link was cut
    }
  }
}
