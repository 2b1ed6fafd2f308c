package jp.chukan.command;

import java.util.concurrent.Callable;
import jp.chukan.command.installation.Leftovers;
import picocli.CommandLine.Command;

/** Stops everything, whoever started it. The data stay. */
@Command(name = "down", description = "Stop everything; the data stay.")
final class DownCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    Terminal.step("Stopping");
    boolean stopped = false;
    for (var run : RunDirectory.installations()) {
      stopped |= Leftovers.stop(run);
    }
    Terminal.line(stopped ? "Stopped." : "Nothing is running.");
    return 0;
  }
}
