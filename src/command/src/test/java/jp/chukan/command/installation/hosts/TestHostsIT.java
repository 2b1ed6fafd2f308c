package jp.chukan.command.installation.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real namespaces and cables, where the machine allows them. */
@DisplayName("ネットワーク名前空間の試験用ホスト")
final class TestHostsIT {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int SILENCE_MILLIS = 1_500;

  /** Run on a host: connects there and back to who tests, and says every line twice. */
  private static final String ECHO =
      """
      exec 3<>/dev/tcp/$0/$1
      while read -r line <&3; do printf '%s %s\\n' "$line" "$line" >&3; done
      """;

  @TempDir private Path run;

  @BeforeAll
  static void requireNamespaces() {
    var refusal = TestHosts.refusal();
    assumeTrue(
        refusal.isEmpty(),
        () -> "this machine does not allow hosts of their own: " + refusal.orElse(""));
  }

  @Test
  void aCutCableLetsNothingThroughAndResetsNothingAndMendedItBringsWhatWasOnItsWay()
      throws IOException {
    try (var hosts = TestHosts.make(run, List.of("node-1", Hosts.DATABASE));
        var door = new ServerSocket()) {
      door.bind(new InetSocketAddress(hosts.address(Hosts.NETWORK), 0));
      door.setSoTimeout(PATIENCE_MILLIS);
      var process = echo(hosts, "node-1", door);
      try (var socket = door.accept()) {
        assertThat(socket.getInetAddress().getHostAddress()).isEqualTo(hosts.address("node-1"));
        assertThat(ask(socket, "whole", PATIENCE_MILLIS)).isEqualTo("whole whole");

        hosts.cut("node-1");
        assertThat(ask(socket, "cut", SILENCE_MILLIS)).isEqualTo("silence");
        assertThat(process.isAlive()).isTrue();

        hosts.mend("node-1");
        assertThat(answer(socket, PATIENCE_MILLIS)).isEqualTo("cut cut");
      } finally {
        process.destroyForcibly();
      }
    }
    assertThat(left()).isEmpty();
  }

  @Test
  void theLineOfTheDatabaseIsNotCutWithItsCable() throws IOException {
    try (var hosts = TestHosts.make(run, List.of("node-1", Hosts.DATABASE));
        var door = new ServerSocket()) {
      door.bind(new InetSocketAddress(hosts.ownLineAddress(), 0));
      door.setSoTimeout(PATIENCE_MILLIS);
      hosts.cut(Hosts.DATABASE);
      var process = echo(hosts, Hosts.DATABASE, door);
      try (var socket = door.accept()) {
        assertThat(ask(socket, "line", PATIENCE_MILLIS)).isEqualTo("line line");
      } finally {
        process.destroyForcibly();
      }
    }
  }

  @Test
  void whatARunThatDiedHasLeftIsRemovedWithItsProcesses() throws IOException {
    var hosts = TestHosts.make(run, List.of("node-1"));
    var process = new ProcessBuilder(hosts.on("node-1", List.of("sleep", "600"))).start();
    assertThat(left()).isNotEmpty();

    TestHosts.removeLeftovers(run);

    assertThat(process.onExit().join().isAlive()).isFalse();
    assertThat(left()).isEmpty();
    assertThat(run).isEmptyDirectory();
  }

  private static Process echo(TestHosts hosts, String host, ServerSocket door) throws IOException {
    var command =
        List.of(
            "bash",
            "-c",
            ECHO,
            door.getInetAddress().getHostAddress(),
            String.valueOf(door.getLocalPort()));
    return new ProcessBuilder(hosts.on(host, command)).inheritIO().start();
  }

  private static String ask(Socket socket, String word, int millis) throws IOException {
    socket.getOutputStream().write((word + "\n").getBytes(StandardCharsets.UTF_8));
    return answer(socket, millis);
  }

  private static String answer(Socket socket, int millis) throws IOException {
    socket.setSoTimeout(millis);
    var line = new StringBuilder();
    try {
      for (int next = socket.getInputStream().read();
          next >= 0 && next != '\n';
          next = socket.getInputStream().read()) {
        line.append((char) next);
      }
      return line.toString();
    } catch (SocketTimeoutException e) {
      return "silence";
    }
  }

  private List<String> left() throws IOException {
    var ip = NetworkTool.ofThisMachine();
    var mark = HostPlan.mark(run);
    var links = HostPlan.links(mark, ip.run(List.of("-o", "link", "show")));
    return links.isEmpty() ? HostPlan.namespaces(mark, ip.run(List.of("netns", "list"))) : links;
  }
}
