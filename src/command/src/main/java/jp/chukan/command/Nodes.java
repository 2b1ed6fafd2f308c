package jp.chukan.command;

import jp.chukan.command.installation.InstallationException;
import picocli.CommandLine.Option;

/** How many gateways, as {@code up} is told and tells its background process. */
final class Nodes {
  private static final int MOST = 9;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      description = "so many gateways with the profile production, on a pair of brokers")
  private int number;

  /** 0 is one gateway with its broker inside. */
  int number() {
    if (number < 0 || number > MOST) {
      throw new InstallationException("--nodes: between 1 and " + MOST);
    }
    return number;
  }

  String[] arguments() {
    return number() == 0 ? new String[0] : new String[] {"--nodes", Integer.toString(number)};
  }
}
