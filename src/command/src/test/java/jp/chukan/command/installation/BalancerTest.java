package jp.chukan.command.installation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("振分け")
final class BalancerTest {
  private static final int PATIENCE_MILLIS = 10_000;

  private final List<ServerSocket> nodes = new ArrayList<>();
  private final int front = Ports.free().gateway();
  private Balancer balancer;

  @BeforeEach
  void start() throws IOException {
    var doors = new ArrayList<InetSocketAddress>();
    for (var name : List.of("one", "two")) {
      var node = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
      nodes.add(node);
      doors.add(address(node));
      Thread.ofVirtual().start(() -> answer(node, name));
    }
    balancer = Balancer.start(front, doors);
  }

  @AfterEach
  void stop() throws IOException {
    balancer.close();
    for (var node : nodes) {
      node.close();
    }
  }

  /** Says its name after whatever it reads, once. */
  private static void answer(ServerSocket node, String name) {
    while (!node.isClosed()) {
      try (var client = node.accept()) {
        var line = new byte[5];
        client.getInputStream().readNBytes(line, 0, line.length);
        client.getOutputStream().write((new String(line, UTF_8) + " " + name).getBytes(UTF_8));
      } catch (IOException e) {
        return;
      }
    }
  }

  private String ask() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), front)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write("hello".getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @Test
  void connectionsGoToOneNodeAfterTheOtherAndTheirBytesComeAsTheyAre() throws IOException {
    assertThat(List.of(ask(), ask(), ask(), ask()))
        .containsExactly("hello one", "hello two", "hello one", "hello two");
  }

  @Test // MS-74
  void aNodeThatIsAwayIsPassedOver() throws IOException {
    end(nodes.getFirst());

    assertThat(List.of(ask(), ask(), ask())).containsOnly("hello two");
  }

  @Test
  void whoIsConnectedToANodeThatGoesAwayLearnsIt() throws IOException {
    int port = Ports.free().gateway();
    try (var node = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        var only = Balancer.start(port, List.of(address(node)));
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var taken = node.accept()) {
      socket.setSoTimeout(PATIENCE_MILLIS);

      end(node);

      assertThat(isEnded(socket)).isTrue();
      assertThat(taken.isClosed()).as("by the node itself").isFalse();
    }
  }

  private static InetSocketAddress address(ServerSocket node) {
    return new InetSocketAddress(node.getInetAddress(), node.getLocalPort());
  }

  private static boolean isEnded(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException silence) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  @Test
  void whoeverComesWhileNoNodeIsThereIsNotLeftWaiting() throws IOException {
    for (var node : nodes) {
      end(node);
    }

    assertThat(askOrBroken()).isEmpty();
  }

  /** While somebody still waits in it for connections, one that is closed takes another one. */
  private static void end(ServerSocket node) throws IOException {
    int port = node.getLocalPort();
    node.close();
    assertThat(Waiting.until(Duration.ofSeconds(10), () -> isRefused(port))).isTrue();
  }

  private static boolean isRefused(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return !socket.isConnected();
    } catch (IOException refused) {
      return true;
    }
  }

  private String askOrBroken() {
    try {
      return ask();
    } catch (IOException broken) {
      return "";
    }
  }
}
