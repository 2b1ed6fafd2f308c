package jp.chukan.gateway.export;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.testing.TestDatabase;

/** The gate of the exports on a test's database, without the rest of the server. */
public final class TestExports {
  private static final ExportSettings SETTINGS = new ExportSettings(1_000, Duration.ofHours(24));

  public final AskForExport ask;
  public final Exports exports;

  private TestExports(
      TestDatabase database,
      PersonalDataCipher cipher,
      InstantSource clock,
      List<ExportSheet<?>> kinds) {
    InstitutionTransactions transactions = database.transactions();
    ExportStore store = new ExportStore(database.jdbc(), cipher);
    ExportJournal journal = new ExportJournal(new OperationLog(database.jdbc()));
    ExportSheets sheets = new ExportSheets(kinds, transactions);
    ask =
        new AskForExport(
            store,
            sheets,
            journal,
            SETTINGS,
            new SerialNumbers(clock, new SecureRandom()),
            transactions,
            clock);
    exports = new Exports(store, sheets, journal, SETTINGS, transactions, clock);
  }

  public static TestExports on(
      TestDatabase database,
      PersonalDataCipher cipher,
      InstantSource clock,
      List<ExportSheet<?>> kinds) {
    return new TestExports(database, cipher, clock, kinds);
  }
}
