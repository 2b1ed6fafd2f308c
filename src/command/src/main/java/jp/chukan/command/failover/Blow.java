package jp.chukan.command.failover;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.hosts.Hosts;

/**
 * What happens to one machine while the load goes on. A process that is killed breaks its
 * connections; where a cable is cut nothing is reset and nothing dies, and only time tells. Their
 * order: that the broker which gave way is there again shows when its successor is killed.
 */
enum Blow {
  CUT_BROKER("cut-broker", "the cable of the active broker is cut", true) {
    @Override
    String strike(Installation installation) throws IOException {
      var active = installation.machines().brokers().active();
      return cut(
          installation, active.orElseThrow(() -> new InstallationException("no broker is active")));
    }
  },
  KILL_BROKER("kill-broker", "the active broker is killed", false) {
    @Override
    String strike(Installation installation) {
      return installation.machines().brokers().killActive();
    }

    @Override
    void mend(Installation installation, String host) {
      installation.machines().brokers().restart(host);
    }
  },
  KILL_NODE("kill-node", "the first node is killed", false) {
    @Override
    String strike(Installation installation) {
      installation.killGateway();
      return Hosts.node(1);
    }

    @Override
    void mend(Installation installation, String host) {
      installation.startGateway();
    }
  },
  CUT_NODE("cut-node", "the cable of the first node is cut", true) {
    @Override
    String strike(Installation installation) throws IOException {
      return cut(installation, Hosts.node(1));
    }
  },
  CUT_DATABASE("cut-database", "the cable of the database is cut", true) {
    @Override
    String strike(Installation installation) throws IOException {
      return cut(installation, Hosts.DATABASE);
    }
  };

  private final String label;
  private final String meaning;
  private final boolean needsCables;

  Blow(String label, String meaning, boolean needsCables) {
    this.label = label;
    this.meaning = meaning;
    this.needsCables = needsCables;
  }

  /** What the command calls it. */
  String label() {
    return label;
  }

  String meaning() {
    return meaning;
  }

  /** Whether something else takes the place of what was struck. */
  boolean hasSuccessor() {
    return this != CUT_DATABASE;
  }

  /** Whether another broker has to be active afterwards. */
  boolean isOfBroker() {
    return this == KILL_BROKER || this == CUT_BROKER;
  }

  /**
   * Strikes.
   *
   * @return the host that was struck
   */
  abstract String strike(Installation installation) throws IOException;

  /** Makes it as it was. */
  void mend(Installation installation, String host) throws IOException {
    installation.hosts().mend(host);
  }

  private static String cut(Installation installation, String host) throws IOException {
    installation.hosts().cut(host);
    return host;
  }

  /**
   * Those that are wanted, in their order.
   *
   * @param labels none for all that are possible
   * @param cables whether there are any
   * @throws InstallationException when one is unknown, or needs cables that are not there
   */
  static List<Blow> named(List<String> labels, boolean cables) {
    for (var label : labels) {
      var blow =
          Arrays.stream(values())
              .filter(one -> one.label.equals(label))
              .findFirst()
              .orElseThrow(() -> new InstallationException("--only: no '" + label + "'"));
      if (blow.needsCables && !cables) {
        throw new InstallationException(label + " needs cables: --hosts");
      }
    }
    return Arrays.stream(values())
        .filter(blow -> labels.isEmpty() || labels.contains(blow.label))
        .filter(blow -> cables || !blow.needsCables)
        .toList();
  }
}
