package jp.chukan.command.institutions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jp.chukan.command.Terminal;
import jp.chukan.command.client.RefusedFileException;
import jp.chukan.command.installation.InstallationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Has a file taken in and shows what it would change; nothing takes effect yet. */
@Command(name = "propose", description = "Take a file in and show what it would change.")
final class ProposeCommand implements Callable<Integer> {
  @ParentCommand private InstitutionsCommand institutions = new InstitutionsCommand();

  @Option(names = "--all", description = "show every change, however many")
  private boolean all;

  @Parameters(paramLabel = "FILE", description = "CSV of the 機関マスタ, UTF-8 or MS932")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new InstallationException("cannot read " + file);
    }
    try {
      var proposal = institutions.connect().propose(file);
      MasterReport.of(proposal, all).forEach(Terminal::line);
      if (proposal.at("/version/state").asText().equals("PROPOSED")) {
        Terminal.line(
            "Nothing has taken effect. './chukan institutions activate %d' puts it in force."
                .formatted(proposal.at("/version/version").asInt()));
      }
      return 0;
    } catch (RefusedFileException e) {
      e.lines().forEach(Terminal::line);
      return InstitutionsCommand.REFUSED;
    }
  }
}
