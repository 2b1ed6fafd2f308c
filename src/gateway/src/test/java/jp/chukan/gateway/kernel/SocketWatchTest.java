package jp.chukan.gateway.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("データベース接続の監視")
class SocketWatchTest {
  private boolean reachable = true;

  private final SocketWatch watch =
      new SocketWatch(
          address -> {
            if (!reachable) {
              throw new IOException("no route to host");
            }
          });
  private ServerSocket database;
  private Socket socket;

  @BeforeEach
  void connect() throws IOException {
    database = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    socket = watch.open();
    socket.connect(new InetSocketAddress(database.getInetAddress(), database.getLocalPort()));
  }

  @AfterEach
  void close() throws IOException {
    socket.close();
    database.close();
  }

  private void look(boolean found) {
    reachable = found;
    watch.look();
  }

  @Test
  void whoeverWaitsForAMachineThatIsAwayThreeTimesLearnsThatNoAnswerComes() {
    look(false);
    look(false);
    assertThat(socket.isClosed()).isFalse();

    look(false);

    assertThat(socket.isClosed()).isTrue();
  }

  @Test
  void aMachineThatIsSlowForAMomentLosesNothing() {
    look(false);
    look(false);
    look(true);
    look(false);
    look(false);

    assertThat(socket.isClosed()).isFalse();
  }

  @Test
  void howLongAStatementTakesIsNoMatterWhileTheMachineIsThere() {
    for (int times = 0; times < 100; times++) {
      look(true);
    }

    assertThat(socket.isClosed()).isFalse();
  }

  @Test
  void aSocketThatIsNotConnectedYetIsLeftAlone() throws IOException {
    try (Socket waiting = watch.open()) {
      look(false);
      look(false);
      look(false);

      assertThat(waiting.isClosed()).isFalse();
    }
  }
}
