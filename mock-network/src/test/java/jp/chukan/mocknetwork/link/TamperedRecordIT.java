package jp.chukan.mocknetwork.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A line on which somebody changes a byte. */
@DisplayName("通信の途中で変えられた電文")
class TamperedRecordIT {
  private static final CountrySystem RECORDS =
      new CountrySystem(SystemKind.RESIDENT_RECORDS, "04202");
  private static final CountrySystem SERVER =
      new CountrySystem(SystemKind.MUNICIPAL_SERVER, "04202");
  private static final int HEADER = 5;

  private final RunningCountry country = RunningCountry.get();

  record Sample(int number) {}

  record Reply(int number) {}

  @Test // JN-27
  @DisplayName("一バイトでも変えられると接続が終わり、電文は受け取られない")
  void aChangedByteEndsTheConnection() throws IOException {
    var taken = new AtomicInteger();
    Door door = country.bean(Systems.class).doorOf(SERVER);
    door.takes(
        "tamper-test",
        SystemKind.RESIDENT_RECORDS,
        Sample.class,
        (from, sample) -> {
          taken.incrementAndGet();
          return new Reply(sample.number());
        });
    var tamper = new AtomicBoolean();
    try (var wire = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> forward(wire, door.port(), tamper));
      try (var socket =
          (SSLSocket)
              country
                  .keys()
                  .context(RECORDS.keyName())
                  .getSocketFactory()
                  .createSocket(InetAddress.getLoopbackAddress(), wire.getLocalPort())) {
        assertThat(statusOf(socket)).contains("200");
        assertThat(taken).hasValue(1);

        tamper.set(true);

        assertThatThrownBy(() -> statusOf(socket)).isInstanceOf(IOException.class);
        assertThat(taken).hasValue(1);
      }
    }
  }

  private static String statusOf(SSLSocket socket) throws IOException {
    String body = "{\"number\":1}";
    OutputStream out = socket.getOutputStream();
    out.write(
        ("POST /tamper-test HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body)
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
    InputStream in = socket.getInputStream();
    var answer = new StringBuilder();
    while (!answer.toString().endsWith("}")) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the connection ended");
      }
      answer.append((char) next);
    }
    return answer.toString().lines().findFirst().orElseThrow();
  }

  /** Passes TLS records on in both directions, and changes one of the caller's when told to. */
  private static void forward(ServerSocket wire, int port, AtomicBoolean tamper) {
    try (Socket caller = wire.accept();
        Socket called = new Socket(InetAddress.getLoopbackAddress(), port)) {
      Thread.ofVirtual().start(() -> copy(called, caller));
      var in = new DataInputStream(caller.getInputStream());
      while (true) {
        byte[] header = in.readNBytes(HEADER);
        if (header.length < HEADER) {
          return;
        }
        byte[] record = in.readNBytes(((header[3] & 0xff) << 8) | (header[4] & 0xff));
        if (tamper.get()) {
          record[record.length / 2] ^= 1;
        }
        called.getOutputStream().write(header);
        called.getOutputStream().write(record);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException ended) {
      // one side has gone
    }
  }
}
