package jp.chukan.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import jp.chukan.command.installation.InstallationState;
import jp.chukan.command.installation.Leftovers;
import jp.chukan.command.installation.Supervisor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts everything and leaves it running. */
@Command(name = "up", description = "Start everything and leave it running.")
final class UpCommand implements Callable<Integer> {
  @Mixin private final Nodes nodes = new Nodes();

  @Override
  public Integer call() {
    var run = RunDirectory.path();
    var running = InstallationState.read(run).filter(InstallationState::isSupervised);
    if (running.isPresent()) {
      Terminal.line("Already running.");
      return StatusCommand.report(running.get());
    }
    if (Leftovers.stop(run)) {
      Terminal.line("Stopped what an earlier run had left behind.");
    }
    long started = System.nanoTime();
    var state =
        Supervisor.launch(run, step -> Terminal.step("Starting: " + step), nodes.arguments());
    Terminal.line(
        "Ready after %.1f s."
            .formatted(Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0));
    return StatusCommand.report(state);
  }
}
