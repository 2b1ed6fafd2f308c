package jp.chukan.command.installation;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A gateway beside the first one, on ports of its own. */
public final class GatewayNode {
  private final String name;
  private final String address;
  private final Ports ports;
  private @Nullable ChildProcess process;

  /**
   * @param name of it and of its host
   * @param address of its host
   */
  GatewayNode(String name, String address, Ports ports) {
    this.name = name;
    this.address = address;
    this.ports = ports;
  }

  public String name() {
    return name;
  }

  Ports ports() {
    return ports;
  }

  public URI managementUri() {
    return URI.create("http://" + address + ":" + ports.management());
  }

  void run(ChildProcess started) {
    process = started;
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  void awaitReady() {
    if (process != null) {
      process.awaitReady(() -> Health.gateway(managementUri()));
    }
  }

  /** Ends it as a power cut would. */
  public void kill() {
    if (process != null) {
      process.kill();
    }
  }

  void stop() {
    if (process != null) {
      process.stop();
    }
  }

  Optional<ProcessMark> mark() {
    return Optional.ofNullable(process).map(ChildProcess::mark);
  }
}
