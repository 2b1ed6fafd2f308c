package jp.chukan.command.installation;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What an installation of several machines has beside its first gateway: the pair of brokers,
 * further nodes, and a balancer before all of them.
 */
public final class Machines implements AutoCloseable {
  private final BrokerPair brokers;
  private final List<GatewayNode> nodes;
  private final int front;
  private final Balancer balancer;

  private Machines(BrokerPair brokers, List<GatewayNode> nodes, int front, Balancer balancer) {
    this.brokers = brokers;
    this.nodes = List.copyOf(nodes);
    this.front = front;
    this.balancer = balancer;
  }

  /**
   * Starts the brokers and the balancer; the nodes are started by {@link #launch}.
   *
   * @param gateway what nodes and brokers run
   */
  static Machines start(InstallationOptions options, Application gateway) {
    var nodes = new ArrayList<GatewayNode>();
    var doors = new ArrayList<InetSocketAddress>();
    doors.add(door(options.ports()));
    for (int number = 2; number <= options.nodes(); number++) {
      var node = new GatewayNode("node-" + number, Ports.free());
      nodes.add(node);
      doors.add(door(node.ports()));
    }
    var brokers = BrokerPair.start(options, gateway);
    int front = Ports.free().gateway();
    return new Machines(brokers, nodes, front, Balancer.start(front, doors));
  }

  private static InetSocketAddress door(Ports ports) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.gateway());
  }

  /** Where everybody connects to, whichever node it becomes. */
  URI front() {
    return URI.create("https://localhost:" + front);
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
        "--chukan.database.address=localhost:" + options.ports().postgres() + "/chukan",
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
  }

  /** After every node has ended. */
  void closeBrokers() {
    brokers.close();
  }
}
