package jp.chukan.command.installation.hosts;

import java.util.List;

/** On which machine each part of an installation runs, and how the others reach it there. */
public sealed interface Hosts extends AutoCloseable permits ThisMachine, TestHosts {
  /** Host of the database. */
  String DATABASE = "database";

  /** Host of the mock network, the load and the balancer, which is always this machine. */
  String NETWORK = "network";

  /** Everything on the loopback of this machine. */
  static Hosts thisMachine() {
    return ThisMachine.INSTANCE;
  }

  /** Host of a gateway, the first one has number 1. */
  static String node(int number) {
    return "node-" + number;
  }

  /** Host of one broker of the pair, 1 or 2. */
  static String broker(int number) {
    return "broker-" + number;
  }

  /** Numeric address by which this process reaches the host, and at which what is there listens. */
  String address(String host);

  /** Name by which the parts reach the host; its certificate is in this name. */
  String name(String host);

  /** The command line that runs this one on the host. */
  List<String> on(String host, List<String> command);

  /** Flags of every Java process that has to know the names. */
  List<String> javaFlags();

  /** Whether each host has a cable of its own. */
  boolean areApart();

  @Override
  void close();
}
