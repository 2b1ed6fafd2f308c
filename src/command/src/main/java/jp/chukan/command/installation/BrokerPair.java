package jp.chukan.command.installation;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.chukan.command.installation.hosts.Hosts;

/**
 * Two brokers over one store, each a process of its own as {@code deploy/broker} sets it: one is
 * active, the other waits for the lock of the store.
 */
public final class BrokerPair implements AutoCloseable {
  private static final String PROGRAM = "jp.chukan.gateway.broker.BrokerMain";
  private static final int CONNECT_MILLIS = 1_000;

  private final InstallationOptions options;
  private final Hosts hosts;
  private final Application program;
  private final Map<String, Integer> ports = new TreeMap<>();
  private final Map<String, ChildProcess> processes = new TreeMap<>();

  private BrokerPair(InstallationOptions options, Hosts hosts, Application program) {
    this.options = options;
    this.hosts = hosts;
    this.program = program;
    ports.put(Hosts.broker(1), Ports.free().gateway());
    ports.put(Hosts.broker(2), Ports.free().gateway());
  }

  /** Starts both and returns when one of them is active. */
  static BrokerPair start(InstallationOptions options, Hosts hosts, Application gateway) {
    var pair = new BrokerPair(options, hosts, gateway);
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
        JavaLauncher.command(
            "-Xmx256m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dchukan.broker.configuration=" + options.project().resolve("deploy/broker"),
            "-Dchukan.broker.data=" + store(),
            "-Dchukan.broker.host=" + hosts.address(name),
            "-Dchukan.broker.port=" + ports.get(name),
            "-Dchukan.keys.directory=" + options.runDirectory().resolve("keys"));
    command.addAll(hosts.javaFlags());
    if (hosts.areApart()) {
      command.add("-Dchukan.broker.network-check=" + gateways());
    }
    command.addAll(List.of("-cp", program.jar().toString(), PROGRAM));
    var log = options.runDirectory().resolve("logs/" + name + ".log");
    processes.put(
        name, ChildProcess.start(name, hosts.on(name, command), options.runDirectory(), log));
  }

  /** A broker that reaches none of them serves nobody, and gives the lock of the store back. */
  private String gateways() {
    return IntStream.rangeClosed(1, options.nodes())
        .mapToObj(number -> hosts.name(Hosts.node(number)))
        .collect(Collectors.joining(","));
  }

  private ChildProcess process(String name) {
    return Objects.requireNonNull(processes.get(name), name);
  }

  /** {@code host:port} of both, as the gateway wants them. */
  String addresses() {
    return ports.entrySet().stream()
        .map(broker -> hosts.name(broker.getKey()) + ":" + broker.getValue())
        .collect(Collectors.joining(","));
  }

  /** The one that listens. */
  public Optional<String> active() {
    return ports.entrySet().stream()
        .filter(broker -> listens(broker.getKey(), broker.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private boolean listens(String name, int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(hosts.address(name), port), CONNECT_MILLIS);
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
