package jp.chukan.gateway.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import jp.chukan.gateway.broker.BrokerMain;
import jp.chukan.gateway.testing.TestKeys;

/** One broker of a pair, as a process of its own. */
final class BrokerProcess implements AutoCloseable {
  /** Below the numbers that the system gives to connections that go out. */
  private static final int LOWEST = 20_000;

  private static final int BEYOND = 32_000;
  private static final int ATTEMPTS = 100;

  private final int port;
  private final Process process;

  private BrokerProcess(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  /**
   * @param store shared by the pair
   */
  static BrokerProcess start(TestKeys keys, Path store, Path log) throws IOException {
    int port = freePort();
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx128m",
                    "-Dchukan.broker.configuration=../../deploy/broker",
                    "-Dchukan.broker.data=" + store,
                    "-Dchukan.broker.host=127.0.0.1",
                    "-Dchukan.broker.port=" + port,
                    "-Dchukan.keys.directory=" + keys.directory(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    BrokerMain.class.getName()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new BrokerProcess(port, process);
  }

  /** Nobody listens there until the broker is active, which a backup is late or never. */
  private static int freePort() throws IOException {
    for (int attempt = 1; ; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
      try (ServerSocket free = new ServerSocket(port)) {
        return free.getLocalPort();
      } catch (BindException taken) {
        if (attempt == ATTEMPTS) {
          throw taken;
        }
      }
    }
  }

  String address() {
    return "localhost:" + port;
  }

  /** Only the active one of a pair listens. */
  boolean isActive() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** As a power cut would. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
