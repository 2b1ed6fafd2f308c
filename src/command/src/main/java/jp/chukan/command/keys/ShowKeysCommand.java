package jp.chukan.command.keys;

import java.io.IOException;
import java.util.concurrent.Callable;
import jp.chukan.command.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Shows them as the server has them. */
@Command(name = "show", description = "Show which keys there are and which are in use.")
final class ShowKeysCommand implements Callable<Integer> {
  @ParentCommand private KeysCommand keys = new KeysCommand();

  @Override
  public Integer call() throws IOException {
    KeyReport.of(keys.connect().keys()).forEach(Terminal::line);
    return 0;
  }
}
