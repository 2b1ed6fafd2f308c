package jp.chukan.command.institutions;

import java.io.IOException;
import java.util.concurrent.Callable;
import jp.chukan.command.Terminal;
import jp.chukan.command.client.RefusedMessageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists the versions, or shows what one of them changes. */
@Command(name = "show", description = "List the versions, or show one.")
final class ShowCommand implements Callable<Integer> {
  @ParentCommand private InstitutionsCommand institutions = new InstitutionsCommand();

  @Option(names = "--all", description = "show every change, however many")
  private boolean all;

  @Parameters(arity = "0..1", paramLabel = "VERSION", description = "without it, all are listed")
  private @Nullable Integer version;

  @Override
  public Integer call() throws IOException {
    var operator = institutions.connect();
    if (version == null) {
      operator.masters().forEach(each -> Terminal.line(MasterReport.version(each)));
      return 0;
    }
    try {
      MasterReport.of(operator.master(version), all).forEach(Terminal::line);
      return 0;
    } catch (RefusedMessageException e) {
      Terminal.line("Refused: %s %s".formatted(e.reason().errorCode(), e.reason().errorMessage()));
      return InstitutionsCommand.REFUSED;
    }
  }
}
