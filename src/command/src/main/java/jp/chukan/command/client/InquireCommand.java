package jp.chukan.command.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import jp.chukan.command.Terminal;
import jp.chukan.command.installation.InstallationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Hands in files of 「情報照会」, all of one institution. */
@Command(name = "inquire", description = "Hand in files of 情報照会.")
final class InquireCommand implements Callable<Integer> {
  @ParentCommand private ClientCommand client = new ClientCommand();

  @Option(names = "--wait", description = "wait until all of it has ended")
  private boolean waiting;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "P640R110_*.DAT")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    for (var file : files) {
      if (!Files.isReadable(file)) {
        throw new InstallationException("cannot read " + file);
      }
    }
    var inquiries = client.connect().inquiries();
    var handedIn = HandedInFiles.of(inquiries::submit, files, Terminal::line);
    if (waiting) {
      handedIn.await(inquiries::state, Terminal::progress).forEach(Terminal::line);
    }
    return handedIn.exitCode();
  }
}
