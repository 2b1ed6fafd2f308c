package jp.chukan.command;

import java.io.IOException;
import jp.chukan.command.client.ClientCommand;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry of the Java side of {@code ./chukan}; the script has built what it needs. */
@Command(
    name = "chukan",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      SuperviseCommand.class,
      ClientCommand.class
    })
public final class Main {
  private static final int USAGE = 64;
  private static final int FAILURE = 1;

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .registerConverter(InstitutionCode.class, InstitutionCode::new)
        .registerConverter(AffairCode.class, AffairCode::new)
        .registerConverter(UnifiedAddresseeNumber.class, UnifiedAddresseeNumber::new)
        .setParameterExceptionHandler(Main::explainUsage)
        .setExecutionExceptionHandler(Main::explainFailure);
  }

  private static int explainUsage(CommandLine.ParameterException failure, String[] arguments) {
    Terminal.error(failure.getMessage());
    return USAGE;
  }

  /**
   * What is wrong with the surroundings is one line; what is wrong with the program is all of it.
   */
  private static int explainFailure(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    switch (failure) {
      case InstallationException expected -> Terminal.error(expected.getMessage());
      case IOException expected -> Terminal.error(expected.getMessage());
      default -> failure.printStackTrace(command.getErr());
    }
    return FAILURE;
  }
}
