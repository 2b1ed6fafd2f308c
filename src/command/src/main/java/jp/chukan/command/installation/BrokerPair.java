package jp.chukan.command.installation;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Two brokers over one store, each a process of its own as {@code deploy/broker} sets it: one is
 * active, the other waits for the lock of the store.
 */
public final class BrokerPair implements AutoCloseable {
  private static final String PROGRAM = "jp.chukan.gateway.broker.BrokerMain";
  private static final int CONNECT_MILLIS = 1_000;

  private final InstallationOptions options;
  private final Application program;
  private final Map<String, Integer> ports = new TreeMap<>();
  private final Map<String, ChildProcess> processes = new TreeMap<>();

  private BrokerPair(InstallationOptions options, Application program) {
    this.options = options;
    this.program = program;
    ports.put("broker-1", Ports.free().gateway());
    ports.put("broker-2", Ports.free().gateway());
  }

  /** Starts both and returns when one of them is active. */
  static BrokerPair start(InstallationOptions options, Application gateway) {
    var pair = new BrokerPair(options, gateway);
    try {
      Files.createDirectories(pair.store());
      for (var name : pair.ports.keySet()) {
        pair.launch(name);
        // the first becomes the active one
        pair.process(name).awaitReady(() -> pair.active().isPresent());
      }
      return pair;
    } catch (IOException | InstallationException e) {
      pair.close();
      throw new InstallationException("the brokers did not start: " + e.getMessage(), e);
    }
  }

  private Path store() {
    return options.runDirectory().resolve("broker-store");
  }

  private void launch(String name) {
    var command =
        new ArrayList<>(
            JavaLauncher.command(
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dchukan.broker.configuration=" + options.project().resolve("deploy/broker"),
                "-Dchukan.broker.data=" + store(),
                "-Dchukan.broker.host=127.0.0.1",
                "-Dchukan.broker.port=" + ports.get(name),
                "-Dchukan.keys.directory=" + options.runDirectory().resolve("keys"),
                "-cp",
                program.jar().toString(),
                PROGRAM));
    var log = options.runDirectory().resolve("logs/" + name + ".log");
    processes.put(name, ChildProcess.start(name, command, options.runDirectory(), log));
  }

  private ChildProcess process(String name) {
    return Objects.requireNonNull(processes.get(name), name);
  }

  /** {@code host:port} of both, as the gateway wants them. */
  String addresses() {
    return String.join(",", ports.values().stream().map(port -> "localhost:" + port).toList());
  }

  /** The one that listens. */
  public Optional<String> active() {
    return ports.entrySet().stream()
        .filter(broker -> listens(broker.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean listens(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Ends the active one as a power cut would.
   *
   * @return its name
   */
  public String killActive() {
    var name = active().orElseThrow(() -> new InstallationException("no broker is active"));
    process(name).kill();
    return name;
  }

  /** Waits until one is active. */
  public boolean awaitActive(Duration longest) {
    return Waiting.until(longest, () -> active().isPresent());
  }

  /** Starts this one again; it waits while the other is active. */
  public void restart(String name) {
    if (process(name).isAlive()) {
      throw new InstallationException(name + " is running");
    }
    launch(name);
  }

  List<ProcessMark> marks() {
    return processes.values().stream().map(ChildProcess::mark).toList();
  }

  @Override
  public void close() {
    processes.values().forEach(ChildProcess::stop);
  }
}
