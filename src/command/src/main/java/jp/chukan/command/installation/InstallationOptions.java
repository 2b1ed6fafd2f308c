package jp.chukan.command.installation;

import java.nio.file.Path;
import java.util.List;
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
    boolean keepsClasses) {

  public InstallationOptions {
    gatewayArguments = List.copyOf(gatewayArguments);
    networkArguments = List.copyOf(networkArguments);
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
        false);
  }

  public InstallationOptions withApplications(Path folder) {
    return new InstallationOptions(
        project,
        runDirectory,
        folder.toAbsolutePath().normalize(),
        ports,
        gatewayHeapMegabytes,
        gatewayArguments,
        networkArguments,
        nodes,
        keepsClasses);
  }

  public InstallationOptions withPorts(Ports others) {
    return new InstallationOptions(
        project,
        runDirectory,
        applications,
        others,
        gatewayHeapMegabytes,
        gatewayArguments,
        networkArguments,
        nodes,
        keepsClasses);
  }

  public InstallationOptions withGatewayHeap(int megabytes) {
    return new InstallationOptions(
        project,
        runDirectory,
        applications,
        ports,
        megabytes,
        gatewayArguments,
        networkArguments,
        nodes,
        keepsClasses);
  }

  public InstallationOptions withGatewayArguments(String... arguments) {
    return new InstallationOptions(
        project,
        runDirectory,
        applications,
        ports,
        gatewayHeapMegabytes,
        List.of(arguments),
        networkArguments,
        nodes,
        keepsClasses);
  }

  /** So many gateways on an external database and an external pair of brokers, as in production. */
  public InstallationOptions withNodes(int number) {
    return new InstallationOptions(
        project,
        runDirectory,
        applications,
        ports,
        gatewayHeapMegabytes,
        gatewayArguments,
        networkArguments,
        number,
        keepsClasses);
  }

  public InstallationOptions withNetworkArguments(String... arguments) {
    return new InstallationOptions(
        project,
        runDirectory,
        applications,
        ports,
        gatewayHeapMegabytes,
        gatewayArguments,
        List.of(arguments),
        nodes,
        keepsClasses);
  }

  /** The first end of a build may take half a minute longer, for the sake of later starts. */
  public InstallationOptions keepingClasses() {
    return new InstallationOptions(
        project,
        runDirectory,
        applications,
        ports,
        gatewayHeapMegabytes,
        gatewayArguments,
        networkArguments,
        nodes,
        true);
  }
}
