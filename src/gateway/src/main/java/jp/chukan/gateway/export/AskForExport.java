package jp.chukan.gateway.export;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.export.ExportOutcome.Applied;
import jp.chukan.gateway.export.ExportOutcome.OfAsking;
import jp.chukan.gateway.export.ExportOutcome.Refused;
import jp.chukan.gateway.export.ExportOutcome.Released;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.staff.StaffIdentity;
import org.springframework.stereotype.Component;

/**
 * The one gate through which rows leave the console. A little leaves at once; more becomes an
 * application that somebody else decides (JN-22). Either is kept before anything leaves (JN-37).
 *
 * <p>Refused with {@link ErrorCode#SCM_EXPORT_NOT_ALLOWED} for who has no role for the kind
 * (JN-21), and with what the sheet refuses on its own.
 */
@Component
public final class AskForExport {
  private final ExportStore store;
  private final ExportSheets sheets;
  private final ExportJournal journal;
  private final ExportSettings settings;
  private final SerialNumbers numbers;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  AskForExport(
      ExportStore store,
      ExportSheets sheets,
      ExportJournal journal,
      ExportSettings settings,
      SerialNumbers numbers,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.store = store;
    this.sheets = sheets;
    this.journal = journal;
    this.settings = settings;
    this.numbers = numbers;
    this.transactions = transactions;
    this.clock = clock;
  }

  public <C extends Record> OfAsking ask(StaffIdentity who, ExportRequest<C> request) {
    return transactions.within(
        who.institution(),
        () -> {
          Instant now = clock.instant();
          ExportSheet<C> sheet = request.sheet();
          Optional<ErrorCode> refusal =
              sheet.kind().isTakenBy(who)
                  ? sheet.refusalOf(who, request.criteria())
                  : Optional.of(ErrorCode.SCM_EXPORT_NOT_ALLOWED);
          if (refusal.isPresent()) {
            journal.left(who, request, false, now);
            return new Refused(refusal.get());
          }
          store.lock(who.institution(), who.user());
          C frozen = sheet.freeze(who.institution(), request.criteria(), now);
          long rows = sheet.count(who.institution(), frozen);
          long taken =
              store.takenSince(who.user(), sheet.kind(), JapanDay.startOf(JapanDay.of(now)));
          if (settings.needsApproval(rows, taken)) {
            return apply(who, request, frozen, rows, now);
          }
          store.insertTaking(who.institution(), who.user(), sheet.kind(), rows, null, now);
          journal.left(who, request, true, now);
          return new Released(sheets.release(sheet, who.institution(), frozen));
        });
  }

  private <C extends Record> Applied apply(
      StaffIdentity who, ExportRequest<C> request, C frozen, long rows, Instant now) {
    ReceptionNumber number = numbers.nextReceptionNumber();
    store.insert(
        who.institution(),
        new ExportApplication(
            number, request.sheet().kind(), rows, request.purpose(), who.user(), now, null, null),
        frozen);
    journal.applied(who, request, number, now);
    return new Applied(number);
  }
}
