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
 */
public record InstallationOptions(
    Path project,
    Path runDirectory,
    Path applications,
    Ports ports,
    int gatewayHeapMegabytes,
    List<String> gatewayArguments,
    List<String> networkArguments) {

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
        List.of());
  }

  public InstallationOptions withApplications(Path folder) {
    return new InstallationOptions(
        project,
        runDirectory,
        folder.toAbsolutePath().normalize(),
        ports,
        gatewayHeapMegabytes,
        gatewayArguments,
        networkArguments);
  }

  public InstallationOptions withPorts(Ports others) {
    return new InstallationOptions(
        project,
        runDirectory,
        applications,
        others,
        gatewayHeapMegabytes,
        gatewayArguments,
        networkArguments);
  }

  public InstallationOptions withGatewayHeap(int megabytes) {
    return new InstallationOptions(
        project, runDirectory, applications, ports, megabytes, gatewayArguments, networkArguments);
  }

  public InstallationOptions withGatewayArguments(String... arguments) {
    return new InstallationOptions(
        project,
        runDirectory,
        applications,
        ports,
        gatewayHeapMegabytes,
        List.of(arguments),
        networkArguments);
  }

  public InstallationOptions withNetworkArguments(String... arguments) {
    return new InstallationOptions(
        project,
        runDirectory,
        applications,
        ports,
        gatewayHeapMegabytes,
        gatewayArguments,
        List.of(arguments));
  }
}
