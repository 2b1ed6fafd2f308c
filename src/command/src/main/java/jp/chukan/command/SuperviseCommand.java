package jp.chukan.command;

import java.util.concurrent.Callable;
import jp.chukan.command.installation.InstallationOptions;
import jp.chukan.command.installation.Ports;
import jp.chukan.command.installation.Supervisor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The background process of {@code up}. */
@Command(name = "supervise", hidden = true)
final class SuperviseCommand implements Callable<Integer> {
  @Mixin private final Nodes nodes = new Nodes();

  @Override
  public Integer call() {
    Supervisor.run(
        InstallationOptions.in(RunDirectory.path())
            .withPorts(Ports.preferred())
            .withNodes(nodes.number())
            .keepingClasses());
    return 0;
  }
}
