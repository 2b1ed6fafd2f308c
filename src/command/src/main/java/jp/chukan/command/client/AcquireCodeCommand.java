package jp.chukan.command.client;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import jp.chukan.command.Terminal;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.message.LinkageCodeAcquisitionResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Asks for 「符号」 and shows the 「処理通番」 of each request. */
@Command(name = "acquire-code", description = "Ask for 符号.")
final class AcquireCodeCommand implements Callable<Integer> {
  @ParentCommand private ClientCommand client = new ClientCommand();

  @Option(
      names = "--affair",
      paramLabel = "CODE",
      description = "事務コード (default: ${DEFAULT-VALUE})",
      defaultValue = "JM01000000001000")
  private AffairCode affair = new AffairCode("JM01000000001000");

  @Parameters(arity = "1..1000", paramLabel = "NUMBER", description = "団体内統合宛名番号")
  private List<UnifiedAddresseeNumber> persons = List.of();

  @Override
  public Integer call() throws IOException {
    try {
      var results = client.connect().acquireCodes(affair, persons).body().results();
      results.forEach(AcquireCodeCommand::show);
      var refused = results.stream().filter(result -> result.processingNumber() == null).count();
      return refused == 0 ? 0 : refused == results.size() ? 2 : 1;
    } catch (RefusedMessageException e) {
      Terminal.line(RegistrationReport.describe(e.reason()));
      return 2;
    }
  }

  private static void show(LinkageCodeAcquisitionResponse.Result result) {
    Terminal.line(
        result.processingNumber() == null
            ? "refused: %s %s".formatted(result.errorCode(), result.errorMessage())
            : "処理通番 " + result.processingNumber().value());
  }
}
