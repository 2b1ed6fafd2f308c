package jp.chukan.command.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import jp.chukan.command.RunDirectory;
import jp.chukan.command.Terminal;
import jp.chukan.command.client.OperatorClient;
import jp.chukan.command.client.RefusedMessageException;
import jp.chukan.command.installation.InstallationState;
import picocli.CommandLine.Command;

/** Has the running server back itself up (MU-12); it goes on meanwhile. */
@Command(
    name = "backup",
    description = "Make an encrypted backup of database, journal and keys of what is running.")
public final class BackupCommand implements Callable<Integer> {
  private static final int REFUSED = 2;

  @Override
  public Integer call() throws IOException {
    var run = RunDirectory.path();
    var state = InstallationState.running(run);
    try {
      var made = OperatorClient.connect(state.gateway(), run.resolve("keys")).backup();
      var file = run.resolve("backups").resolve(made.get("file").asText());
      Terminal.line("%s  %,d bytes".formatted(file, made.get("bytes").asLong()));
      Terminal.line("as of %s".formatted(made.get("takenAt").asText()));
      Terminal.line("broker held for %d ms".formatted(made.get("frozenMillis").asLong()));
      for (JsonNode head : made.get("heads")) {
        Terminal.line(
            HeadLine.of(
                head.get("institution").asText(),
                head.get("size").asText(),
                head.get("sha256").asText()));
      }
      return 0;
    } catch (RefusedMessageException e) {
      Terminal.error(e.getMessage());
      return REFUSED;
    }
  }
}
