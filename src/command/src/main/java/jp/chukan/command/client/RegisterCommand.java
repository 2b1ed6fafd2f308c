package jp.chukan.command.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import jp.chukan.command.Terminal;
import jp.chukan.command.installation.InstallationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Sends one registration or deletion and shows what became of each record. */
@Command(name = "register", description = "Register or delete 副本.")
final class RegisterCommand implements Callable<Integer> {
  @ParentCommand private ClientCommand client = new ClientCommand();

  @Parameters(paramLabel = "MESSAGE.xml", description = "IF_DBM_20113_R01")
  private Path message = Path.of("");

  @Parameters(paramLabel = "ATTACHMENT.xml", description = "SPIRegistrationDeleteList")
  private Path attachment = Path.of("");

  @Override
  public Integer call() throws IOException {
    for (var file : List.of(message, attachment)) {
      if (!Files.isReadable(file)) {
        throw new InstallationException("cannot read " + file);
      }
    }
    Terminal.step("Sending " + attachment.getFileName());
    var report = RegistrationReport.of(() -> client.connect().register(message, attachment));
    report.lines().forEach(Terminal::line);
    return report.exitCode();
  }
}
