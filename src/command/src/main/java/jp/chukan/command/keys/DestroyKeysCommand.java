package jp.chukan.command.keys;

import java.io.IOException;
import java.util.concurrent.Callable;
import jp.chukan.command.Terminal;
import jp.chukan.command.client.RefusedMessageException;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.contract.code.InstitutionCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Makes everything unreadable that the server keeps of an institution which it serves no more. */
@Command(
    name = "destroy",
    description = "Destroy the data keys of an institution that is not served any more, for good.")
final class DestroyKeysCommand implements Callable<Integer> {
  @ParentCommand private KeysCommand keys = new KeysCommand();

  @Option(names = "--institution", required = true, description = "機関コード")
  private @Nullable InstitutionCode institution;

  @Option(
      names = "--confirm",
      required = true,
      description = "the same 機関コード, typed once more: nothing brings the data back")
  private String confirmation = "";

  @Override
  public Integer call() throws IOException {
    if (institution == null) {
      throw new InstallationException("--institution says whose data keys to destroy");
    }
    try {
      keys.connect().destroyDataKeys(institution, confirmation);
      Terminal.line("The data keys of %s are destroyed.".formatted(institution));
      Terminal.line("Backups hold them until they are gone: docs/backup.md.");
      return 0;
    } catch (RefusedMessageException e) {
      Terminal.error(e.getMessage());
      return KeysCommand.REFUSED;
    }
  }
}
