package jp.chukan.command.installation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;

final class ControlClientTest {

  @Test
  void whereNobodyListensTheAddressIsSaid() throws IOException {
    int port;
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    var client = new ControlClient(URI.create("http://127.0.0.1:" + port));
    assertThatThrownBy(() -> client.get("/control/status"))
        .isInstanceOf(ConnectException.class)
        .hasMessage("nobody listens at http://127.0.0.1:" + port);
  }
}
