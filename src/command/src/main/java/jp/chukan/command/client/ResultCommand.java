package jp.chukan.command.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jp.chukan.command.Terminal;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.inquiryfile.ResultEncoding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Fetches the result file of 「情報照会」, complete or as far as it is. */
@Command(name = "result", description = "Fetch the result file of 情報照会.")
final class ResultCommand implements Callable<Integer> {
  private static final int COMPLETE = 0;
  private static final int PARTIAL = 1;
  private static final int REFUSED = 2;

  @ParentCommand private ClientCommand client = new ClientCommand();

  @Parameters(paramLabel = "NUMBER", description = "受付番号")
  private ReceptionNumber number = new ReceptionNumber("0".repeat(26));

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "where the result file goes")
  private Path target = Path.of("");

  @Option(
      names = "--encoding",
      paramLabel = "UTF-8|MS932",
      defaultValue = "UTF-8",
      description = "default: ${DEFAULT-VALUE}")
  private ResultEncoding encoding = ResultEncoding.UTF_8;

  @Override
  public Integer call() throws IOException {
    var folder = target.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(target)) {
      throw new InstallationException("cannot write " + target);
    }
    try {
      boolean complete = client.connect().inquiries().result(number, encoding, target);
      Terminal.line((complete ? "Complete: " : "Partial, more will come: ") + target);
      return complete ? COMPLETE : PARTIAL;
    } catch (RefusedMessageException e) {
      Terminal.line(RegistrationReport.describe(e.reason()));
      return REFUSED;
    }
  }
}
