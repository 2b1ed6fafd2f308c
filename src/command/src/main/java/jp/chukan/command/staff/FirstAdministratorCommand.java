package jp.chukan.command.staff;

import java.io.IOException;
import java.util.concurrent.Callable;
import jp.chukan.command.RunDirectory;
import jp.chukan.command.Terminal;
import jp.chukan.command.client.OperatorClient;
import jp.chukan.command.client.RefusedMessageException;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.InstallationState;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Has the one-time code made with which the first administrator begins; it is shown this once. */
@Command(name = "first-administrator", description = "Make the one-time code of the first 団体管理者.")
final class FirstAdministratorCommand implements Callable<Integer> {
  private static final int REFUSED = 2;

  @Option(names = "--institution", required = true, description = "機関コード")
  private @Nullable InstitutionCode institution;

  @Option(names = "--user", required = true, description = "ユーザーID of the person")
  private @Nullable UserId user;

  @Option(names = "--name", required = true, description = "name of the person")
  private String name = "";

  @Override
  public Integer call() throws IOException {
    if (institution == null || user == null) {
      throw new InstallationException("--institution and --user say whose code it is");
    }
    var run = RunDirectory.path();
    var state = InstallationState.running(run);
    try {
      var made =
          OperatorClient.connect(state.gateway(), run.resolve("keys"))
              .firstAdministrator(institution, user.value(), name);
      Terminal.line("One-time code of %s: %s".formatted(user, made.get("code").asText()));
      Terminal.line("Good until %s, and shown only now.".formatted(made.get("expiresAt").asText()));
      Terminal.line("Enter it at %s".formatted(state.console().resolve("/console/first")));
      return 0;
    } catch (RefusedMessageException e) {
      Terminal.error(e.getMessage());
      return REFUSED;
    }
  }
}
