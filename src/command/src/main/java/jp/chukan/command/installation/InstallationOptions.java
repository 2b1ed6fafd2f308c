package jp.chukan.command.installation;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import jp.chukan.command.ProjectFolder;

/**
 * How an installation is laid out.
 *
 * @param project root of the repository, where the built jars are found
 * @param runDirectory keys, data and logs of this installation
 * @param applications where the built jars are unpacked; may be shared by several installations
 * @param ports where it listens
 * @param gatewayHeapMegabytes largest heap of the gateway
 * @param gatewayArguments further arguments of the gateway, none of them secret
 * @param networkArguments further arguments of the mock network, none of them secret
 * @param nodes gateways with the profile {@code production}, on a pair of brokers of their own; 0
 *     is one gateway with a broker inside
 * @param ownHosts whether each node, each broker and the database is a host of its own in a network
 *     namespace, instead of a process on the loopback
 * @param keepsClasses whether the first end of a build may take half a minute longer, so that its
 *     later starts take half as long
 */
public record InstallationOptions(
    Path project,
    Path runDirectory,
    Path applications,
    Ports ports,
    int gatewayHeapMegabytes,
    List<String> gatewayArguments,
    List<String> networkArguments,
    int nodes,
    boolean ownHosts,
    boolean keepsClasses) {

  public InstallationOptions {
    gatewayArguments = List.copyOf(gatewayArguments);
    networkArguments = List.copyOf(networkArguments);
    if (ownHosts && nodes == 0) {
      throw new IllegalArgumentException("hosts of their own are for several nodes");
    }
  }

  /** Everything under this folder, on free ports. */
  public static InstallationOptions in(Path runDirectory) {
    var absolute = runDirectory.toAbsolutePath().normalize();
    return new InstallationOptions(
        ProjectFolder.path(),
        absolute,
        absolute.resolve("app"),
        Ports.free(),
        512,
        List.of(),
        List.of(),
        0,
        false,
        false);
  }

  public InstallationOptions withApplications(Path folder) {
    return but(draft -> draft.applications = folder.toAbsolutePath().normalize());
  }

  public InstallationOptions withPorts(Ports others) {
    return but(draft -> draft.ports = others);
  }

  public InstallationOptions withGatewayHeap(int megabytes) {
    return but(draft -> draft.gatewayHeapMegabytes = megabytes);
  }

  public InstallationOptions withGatewayArguments(String... arguments) {
    return but(draft -> draft.gatewayArguments = List.of(arguments));
  }

  public InstallationOptions withNetworkArguments(String... arguments) {
    return but(draft -> draft.networkArguments = List.of(arguments));
  }

  /** So many gateways on an external database and an external pair of brokers, as in production. */
  public InstallationOptions withNodes(int number) {
    return but(draft -> draft.nodes = number);
  }

  /**
   * Each node, each broker and the database on a host of its own, whose cable can be cut.
   *
   * @param own whether so
   */
  public InstallationOptions onOwnHosts(boolean own) {
    return but(draft -> draft.ownHosts = own);
  }

  /** The first end of a build may take half a minute longer, for the sake of later starts. */
  public InstallationOptions keepingClasses() {
    return but(draft -> draft.keepsClasses = true);
  }

  private InstallationOptions but(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.options();
  }

  /** A copy while one thing in it is changed. */
  private static final class Draft {
    private final Path project;
    private final Path runDirectory;
    private Path applications;
    private Ports ports;
    private int gatewayHeapMegabytes;
    private List<String> gatewayArguments;
    private List<String> networkArguments;
    private int nodes;
    private boolean ownHosts;
    private boolean keepsClasses;

    private Draft(InstallationOptions options) {
      project = options.project;
      runDirectory = options.runDirectory;
      applications = options.applications;
      ports = options.ports;
      gatewayHeapMegabytes = options.gatewayHeapMegabytes;
      gatewayArguments = options.gatewayArguments;
      networkArguments = options.networkArguments;
      nodes = options.nodes;
      ownHosts = options.ownHosts;
      keepsClasses = options.keepsClasses;
    }

    private InstallationOptions options() {
      return new InstallationOptions(
          project,
          runDirectory,
          applications,
          ports,
          gatewayHeapMegabytes,
          gatewayArguments,
          networkArguments,
          nodes,
          ownHosts,
          keepsClasses);
    }
  }
}
