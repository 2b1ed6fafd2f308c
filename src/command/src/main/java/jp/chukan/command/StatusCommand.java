package jp.chukan.command;

import java.util.concurrent.Callable;
import jp.chukan.command.installation.Health;
import jp.chukan.command.installation.InstallationState;
import picocli.CommandLine.Command;

/** Shows what runs where. The exit code is 0 only when all of it is ready. */
@Command(name = "status", description = "Show addresses and health.")
final class StatusCommand implements Callable<Integer> {
  private static final int NOT_READY = 1;

  @Override
  public Integer call() {
    var state = InstallationState.read(RunDirectory.path());
    if (state.isEmpty()) {
      Terminal.line("Nothing is running. './chukan up' starts it.");
      return NOT_READY;
    }
    return report(state.get());
  }

  static int report(InstallationState state) {
    var gatewayReady = Health.gateway(state.management());
    var networkReady = Health.network(state.control());
    address("gateway", state.gateway(), gatewayReady);
    address("console", state.console().resolve("/console/login"), gatewayReady);
    address("management", state.management().resolve("/actuator/health"), gatewayReady);
    address("network", state.network(), networkReady);
    address("control", state.control().resolve("/control/status"), networkReady);
    address("database", state.database(), state.isRunning("postgres"));
    for (var mark : state.processes()) {
      Terminal.line(
          "  process    %-14s pid %-8d %s"
              .formatted(
                  mark.name(),
                  mark.pid(),
                  state.isRunning(mark.name()) ? "running" : "NOT RUNNING"));
    }
    var allRun = state.processes().stream().allMatch(mark -> state.isRunning(mark.name()));
    return gatewayReady && networkReady && allRun ? 0 : NOT_READY;
  }

  private static void address(String name, Object address, boolean ready) {
    Terminal.line("  %-10s %-55s %s".formatted(name, address, ready ? "ready" : "NOT READY"));
  }
}
