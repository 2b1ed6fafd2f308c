package jp.chukan.command.client;

import java.io.IOException;
import jp.chukan.command.RunDirectory;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.InstallationState;
import jp.chukan.contract.code.InstitutionCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A client for municipal staff, with the certificate of their institution. */
@Command(
    name = "client",
    description = "Register 副本, ask for 符号, inquire, grant.",
    subcommands = {
      RegisterCommand.class,
      AcquireCodeCommand.class,
      InquireCommand.class,
      ResultCommand.class,
      GrantsCommand.class
    })
public final class ClientCommand {
  @Option(
      names = "--institution",
      required = true,
      paramLabel = "CODE",
      description = "機関コード, 16 digits")
  private InstitutionCode institution = new InstitutionCode("0000000000000000");

  MunicipalClient connect() throws IOException {
    var run = RunDirectory.path();
    var state = InstallationState.running(run);
    var keys = run.resolve("keys");
    if (!keys.resolve("municipal-client-" + institution.value() + ".p12").toFile().exists()) {
      throw new InstallationException(
          "no certificate for " + institution + " (see certificates/issued.tsv)");
    }
    return MunicipalClient.connect(state.gateway(), keys, institution);
  }
}
