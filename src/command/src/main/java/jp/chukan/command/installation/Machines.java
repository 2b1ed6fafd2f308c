package jp.chukan.command.installation;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import jp.chukan.command.installation.hosts.Hosts;
import org.jspecify.annotations.Nullable;

/**
 * What an installation of several machines has beside its first gateway: the pair of brokers,
 * further nodes, and a balancer before all of them.
 */
public final class Machines implements AutoCloseable {
  private final Hosts hosts;
  private final BrokerPair brokers;
  private final List<GatewayNode> nodes;
  private final int front;
  private final Balancer balancer;
  private final @Nullable Link authority;

  private Machines(
      Hosts hosts,
      BrokerPair brokers,
      List<GatewayNode> nodes,
      int front,
      Balancer balancer,
      @Nullable Link authority) {
    this.hosts = hosts;
    this.brokers = brokers;
    this.nodes = List.copyOf(nodes);
    this.front = front;
    this.balancer = balancer;
    this.authority = authority;
  }

  /**
   * Starts the brokers and the balancer; the nodes are started by {@link #launch}.
   *
   * @param hosts on which
   * @param gateway what nodes and brokers run
   */
  static Machines start(InstallationOptions options, Hosts hosts, Application gateway) {
    var nodes = new ArrayList<GatewayNode>();
    var doors = new ArrayList<InetSocketAddress>();
    doors.add(door(hosts.address(Hosts.node(1)), options.ports()));
    for (int number = 2; number <= options.nodes(); number++) {
      var address = hosts.address(Hosts.node(number));
      var node = new GatewayNode(Hosts.node(number), address, Ports.free());
      nodes.add(node);
      doors.add(door(address, node.ports()));
    }
    var brokers = BrokerPair.start(options, hosts, gateway);
    int front = Ports.free().gateway();
    return new Machines(
        hosts, brokers, nodes, front, Balancer.start(front, doors), authority(options, hosts));
  }

  /** The mock network publishes revocation data on the loopback only. */
  private static @Nullable Link authority(InstallationOptions options, Hosts hosts) {
    if (!hosts.areApart()) {
      return null;
    }
    try {
      var link = new Link(new InetSocketAddress(hosts.address(Hosts.NETWORK), 0));
      link.leadTo(options.ports().control());
      return link;
    } catch (IOException e) {
      throw new InstallationException("no way to the revocation data: " + e.getMessage(), e);
    }
  }

  /**
   * Where nodes find the revocation data.
   *
   * @param control where this process finds them
   */
  URI authority(URI control) {
    return authority == null
        ? control
        : URI.create("http://" + hosts.name(Hosts.NETWORK) + ":" + authority.port());
  }

  private static InetSocketAddress door(String address, Ports ports) {
    return new InetSocketAddress(address, ports.gateway());
  }

  /** Where this process connects to, whichever node it becomes. */
  URI front() {
    return URI.create("https://localhost:" + front);
  }

  /** The same for the mock network, by the name that stands in the certificates. */
  URI frontByName() {
    return hosts.areApart() ? URI.create("https://gateway:" + front) : front();
  }

  /** The nodes after the first. */
  public List<GatewayNode> nodes() {
    return nodes;
  }

  public BrokerPair brokers() {
    return brokers;
  }

  /** Settings of every node, none of them secret. */
  List<String> settings(InstallationOptions options) {
    return List.of(
        "--spring.profiles.active=production",
        "--chukan.database.address="
            + hosts.name(Hosts.DATABASE)
            + ":"
            + options.ports().postgres()
            + "/chukan",
        "--chukan.database.authorities=" + options.runDirectory().resolve("keys/root.pem"),
        "--chukan.broker.addresses=" + brokers.addresses(),
        // for people who read it here
        "--logging.structured.format.console=");
  }

  /** Starts every node that does not run. */
  void launch(Function<GatewayNode, ChildProcess> start) {
    nodes.stream().filter(node -> !node.isAlive()).forEach(node -> node.run(start.apply(node)));
  }

  void awaitReady() {
    nodes.forEach(GatewayNode::awaitReady);
  }

  List<ProcessMark> marks() {
    var marks = new ArrayList<>(brokers.marks());
    nodes.forEach(node -> node.mark().ifPresent(marks::add));
    return marks;
  }

  /** Nodes first: what they still have to confirm finds its broker. */
  @Override
  public void close() {
    nodes.forEach(GatewayNode::stop);
    balancer.close();
    try {
      if (authority != null) {
        authority.close();
      }
    } catch (IOException e) {
      // it is gone
    }
  }

  /** After every node has ended. */
  void closeBrokers() {
    brokers.close();
  }
}
