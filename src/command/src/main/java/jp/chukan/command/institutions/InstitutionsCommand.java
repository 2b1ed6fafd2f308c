package jp.chukan.command.institutions;

import java.io.IOException;
import jp.chukan.command.RunDirectory;
import jp.chukan.command.client.OperatorClient;
import jp.chukan.command.installation.InstallationState;
import picocli.CommandLine.Command;

/** The 「機関マスタ」, with the certificate of the operator. */
@Command(
    name = "institutions",
    description = "Take in, show and activate the 機関マスタ.",
    subcommands = {ProposeCommand.class, ActivateCommand.class, ShowCommand.class})
public final class InstitutionsCommand {
  /** Exit code of what the gateway refused. */
  static final int REFUSED = 2;

  OperatorClient connect() throws IOException {
    var run = RunDirectory.path();
    var state = InstallationState.running(run);
    return OperatorClient.connect(state.gateway(), run.resolve("keys"));
  }
}
