package jp.chukan.command.keys;

import java.io.IOException;
import jp.chukan.command.RunDirectory;
import jp.chukan.command.client.OperatorClient;
import jp.chukan.command.installation.InstallationState;
import picocli.CommandLine.Command;

/** Which keys there are, and what only the operator does with them. */
@Command(
    name = "keys",
    description = "Show the keys, have them read again, destroy the data keys of an institution.",
    subcommands = {ShowKeysCommand.class, ReloadKeysCommand.class, DestroyKeysCommand.class})
public final class KeysCommand {
  /** Exit code of what the gateway refused, and of keys that cannot be used. */
  static final int REFUSED = 2;

  OperatorClient connect() throws IOException {
    var run = RunDirectory.path();
    var state = InstallationState.running(run);
    return OperatorClient.connect(state.gateway(), run.resolve("keys"));
  }
}
