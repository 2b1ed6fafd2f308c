package jp.chukan.command.keys;

import java.io.IOException;
import java.util.concurrent.Callable;
import jp.chukan.command.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Has the server read its keys at once, which it does by itself as well. */
@Command(name = "reload", description = "Have the server read its keys again, at once.")
final class ReloadKeysCommand implements Callable<Integer> {
  @ParentCommand private KeysCommand keys = new KeysCommand();

  @Override
  public Integer call() throws IOException {
    var told = keys.connect().reloadKeys();
    KeyReport.of(told).forEach(Terminal::line);
    return told.path("unusable").isEmpty() ? 0 : KeysCommand.REFUSED;
  }
}
