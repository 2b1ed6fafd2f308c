package jp.chukan.command;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.function.Function;
import jp.chukan.command.backup.BackupCommand;
import jp.chukan.command.backup.RestoreCommand;
import jp.chukan.command.bench.BenchCommand;
import jp.chukan.command.capacity.CapacityCommand;
import jp.chukan.command.client.ClientCommand;
import jp.chukan.command.client.RefusedFileException;
import jp.chukan.command.client.RefusedMessageException;
import jp.chukan.command.dependencies.DependenciesCommand;
import jp.chukan.command.evidence.VerifyRecordsCommand;
import jp.chukan.command.failover.FailoverCommand;
import jp.chukan.command.faults.FaultsCommand;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.institutions.InstitutionsCommand;
import jp.chukan.command.keys.KeysCommand;
import jp.chukan.command.staff.StaffCommand;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.inquiryfile.ResultEncoding;
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
      BackupCommand.class,
      RestoreCommand.class,
      BenchCommand.class,
      CapacityCommand.class,
      FaultsCommand.class,
      DependenciesCommand.class,
      FailoverCommand.class,
      ClientCommand.class,
      InstitutionsCommand.class,
      KeysCommand.class,
      StaffCommand.class,
      VerifyRecordsCommand.class
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
        .registerConverter(InstitutionCode.class, form("a 機関コード", InstitutionCode::new))
        .registerConverter(AffairCode.class, form("a 事務コード", AffairCode::new))
        .registerConverter(
            UnifiedAddresseeNumber.class, form("a 団体内統合宛名番号", UnifiedAddresseeNumber::new))
        .registerConverter(ReceptionNumber.class, form("a 受付番号", ReceptionNumber::new))
        .registerConverter(UserId.class, form("a ユーザーID", UserId::new))
        .registerConverter(ResultEncoding.class, form("an encoding", ResultEncoding::fromWire))
        .setParameterExceptionHandler(Main::explainUsage)
        .setExecutionExceptionHandler(Main::explainFailure);
  }

  private static <T> CommandLine.ITypeConverter<T> form(String name, Function<String, T> code) {
    return text -> {
      try {
        return code.apply(text);
      } catch (IllegalArgumentException e) {
        throw new CommandLine.TypeConversionException("'" + text + "' is not " + name);
      }
    };
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
      case RefusedFileException expected -> expected.lines().forEach(Terminal::error);
      case RefusedMessageException expected -> Terminal.error(expected.getMessage());
      case NoSuchFileException missing -> Terminal.error("no such file: " + missing.getMessage());
      case IOException expected -> Terminal.error(said(expected));
      default -> failure.printStackTrace(command.getErr());
    }
    return FAILURE;
  }

  /** Some failures of the platform say nothing but what they are. */
  static String said(IOException failure) {
    return failure.getMessage() == null ? failure.getClass().getName() : failure.getMessage();
  }
}
