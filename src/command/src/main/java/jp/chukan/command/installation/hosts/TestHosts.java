package jp.chukan.command.installation.hosts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Hosts of their own in network namespaces of Linux: each has its address, its name and a cable
 * that can be cut. Needs root, or the capabilities for namespaces and links. They share disk and
 * clock.
 */
public final class TestHosts implements Hosts {
  private static final String TRIAL = "trial";

  private final HostPlan plan;
  private final NetworkTool ip;
  private final Path runDirectory;

  private TestHosts(HostPlan plan, NetworkTool ip, Path runDirectory) {
    this.plan = plan;
    this.ip = ip;
    this.runDirectory = runDirectory;
  }

  /**
   * Makes them, after what an earlier run has left is removed.
   *
   * @param runDirectory of the installation, by which they are known again
   * @param hosts their names
   * @throws IOException says why this machine does not allow it; then nothing is left
   */
  public static TestHosts make(Path runDirectory, List<String> hosts) throws IOException {
    return make(runDirectory, hosts, NetworkTool.ofThisMachine());
  }

  static TestHosts make(Path runDirectory, List<String> hosts, NetworkTool ip) throws IOException {
    remove(runDirectory, ip);
    var plan =
        HostPlan.of(runDirectory, hosts, ip.run(List.of("-4", "route", "show", "table", "all")));
    Files.createDirectories(runDirectory);
    Files.writeString(names(runDirectory), plan.hostsFile());
    try {
      for (var command : plan.commands()) {
        ip.run(command);
      }
      return new TestHosts(plan, ip, runDirectory);
    } catch (IOException e) {
      remove(runDirectory, ip);
      throw e;
    }
  }

  /** Why this machine does not allow such hosts; empty when it does. */
  public static Optional<String> refusal() {
    return refusal(NetworkTool.ofThisMachine());
  }

  static Optional<String> refusal(NetworkTool ip) {
    try {
      var folder = Files.createTempDirectory("chukan-hosts");
      try {
        make(folder, List.of(TRIAL), ip).close();
      } finally {
        Files.deleteIfExists(names(folder));
        Files.deleteIfExists(folder);
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Removes what a run that was killed has left of the hosts of this run directory, with whatever
   * still runs on them. Where nothing was left nothing is asked.
   */
  public static void removeLeftovers(Path runDirectory) throws IOException {
    if (Files.exists(names(runDirectory))) {
      remove(runDirectory, NetworkTool.ofThisMachine());
    }
  }

  private static void remove(Path runDirectory, NetworkTool ip) throws IOException {
    var mark = HostPlan.mark(runDirectory);
    for (var namespace : HostPlan.namespaces(mark, ip.run(List.of("netns", "list")))) {
      ip.run(List.of("netns", "pids", namespace))
          .lines()
          .map(Long::valueOf)
          .flatMap(pid -> ProcessHandle.of(pid).stream())
          .forEach(process -> endNow(process));
      ip.run(List.of("netns", "delete", namespace));
    }
    // a cable goes with its namespace, soon after
    for (var link : HostPlan.links(mark, ip.run(List.of("-o", "link", "show")))) {
      try {
        ip.run(List.of("link", "delete", link));
      } catch (IOException e) {
        if (HostPlan.links(mark, ip.run(List.of("-o", "link", "show"))).contains(link)) {
          throw e;
        }
      }
    }
    Files.deleteIfExists(names(runDirectory));
  }

  private static void endNow(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }

  private static Path names(Path runDirectory) {
    return runDirectory.resolve("hosts");
  }

  /** Cuts the cable of a host: nothing passes, nothing is reset, no process notices at once. */
  public void cut(String host) throws IOException {
    ip.run(plan.cut(host));
  }

  /** Mends the cable of a host. */
  public void mend(String host) throws IOException {
    ip.run(plan.mend(host));
  }

  /** That of the database is the one on the line that is not cut. */
  @Override
  public String address(String host) {
    return host.equals(DATABASE) ? plan.lineAddress() : plan.address(host);
  }

  /** Of this machine on the line to the database. */
  String ownLineAddress() {
    return plan.ownLineAddress();
  }

  @Override
  public String name(String host) {
    return host;
  }

  @Override
  public List<String> on(String host, List<String> command) {
    return plan.on(host, command);
  }

  /** The system's own list of names is not touched, and no name server is asked. */
  @Override
  public List<String> javaFlags() {
    return List.of("-Djdk.net.hosts.file=" + names(runDirectory));
  }

  @Override
  public boolean areApart() {
    return true;
  }

  /** Networks of the hosts, as {@code pg_hba.conf} wants them. */
  public List<String> networks() {
    return plan.networks();
  }

  /** Removes all of it, with whatever still runs there. */
  @Override
  public void close() {
    try {
      remove(runDirectory, ip);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the test hosts", e);
    }
  }
}
