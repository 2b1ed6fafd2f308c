package jp.chukan.gateway.backup;

import java.time.Instant;
import java.time.InstantSource;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Backups and restorations are deeds in the 「操作ログ」 of the platform (JN-37). */
@Component
class BackupJournal {
  private final InstitutionTransactions transactions;
  private final OperationLog operations;
  private final JdbcClient jdbc;
  private final InstitutionCode platform;
  private final InstantSource clock;

  BackupJournal(
      InstitutionTransactions transactions,
      OperationLog operations,
      JdbcClient jdbc,
      @Value("${chukan.console.platform}") InstitutionCode platform,
      InstantSource clock) {
    this.transactions = transactions;
    this.operations = operations;
    this.jdbc = jdbc;
    this.platform = platform;
    this.clock = clock;
  }

  void taken(BackupReport report) {
    transactions.run(
        platform, () -> append(OperationKind.EXPORT, "backup", report.file(), clock.instant()));
  }

  /** Who restores has no server yet: it tells of it when it is there again. */
  @EventListener(ApplicationReadyEvent.class)
  void tellOfRestorations() {
    transactions.run(
        platform,
        () ->
            jdbc.sql("update restoration set told = true where not told returning taken_at")
                .query(Instant.class)
                .list()
                .forEach(
                    takenAt ->
                        append(
                            OperationKind.CONFIGURATION,
                            "backup.restored",
                            takenAt.toString(),
                            clock.instant())));
  }

  private void append(OperationKind kind, String function, String target, Instant at) {
    operations.append(new Operation(platform, null, kind, function, true, target, null, null, at));
  }
}
