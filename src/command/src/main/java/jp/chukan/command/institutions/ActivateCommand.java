package jp.chukan.command.institutions;

import java.io.IOException;
import java.util.concurrent.Callable;
import jp.chukan.command.Terminal;
import jp.chukan.command.client.RefusedMessageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Puts a version in force that was taken in before. */
@Command(name = "activate", description = "Put a version in force.")
final class ActivateCommand implements Callable<Integer> {
  @ParentCommand private InstitutionsCommand institutions = new InstitutionsCommand();

  @Parameters(paramLabel = "VERSION", description = "as 'propose' or 'show' told it")
  private int version;

  @Override
  public Integer call() throws IOException {
    try {
      var activated = institutions.connect().activate(version);
      Terminal.line(MasterReport.version(activated.path("version")));
      return 0;
    } catch (RefusedMessageException e) {
      Terminal.line("Refused: %s %s".formatted(e.reason().errorCode(), e.reason().errorMessage()));
      return InstitutionsCommand.REFUSED;
    }
  }
}
