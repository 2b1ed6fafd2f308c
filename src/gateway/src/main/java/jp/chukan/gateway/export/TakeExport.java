package jp.chukan.gateway.export;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.export.ExportOutcome.OfTaking;
import jp.chukan.gateway.export.ExportOutcome.Refused;
import jp.chukan.gateway.export.ExportOutcome.Released;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.StaffIdentity;
import org.springframework.stereotype.Component;

/**
 * Takes out what was approved: by who applied, once, in time, with the criteria of the application
 * (JN-22).
 *
 * <p>Refused, in this order, with:
 *
 * <ul>
 *   <li>{@link ErrorCode#SCM_EXPORT_UNKNOWN} no such application that the person may see
 *   <li>{@link ErrorCode#SCM_EXPORT_NOT_ALLOWED} somebody else, or who has lost the role since
 *   <li>{@link ErrorCode#SCM_EXPORT_NOT_APPROVED} it waits, was refused or taken back
 *   <li>{@link ErrorCode#SCM_EXPORT_TAKEN} it has left already
 *   <li>{@link ErrorCode#SCM_EXPORT_EXPIRED} too late
 *   <li>what the sheet refuses, because the person may no longer see it
 * </ul>
 */
@Component
public final class TakeExport {
  private final ExportStore store;
  private final ExportSheets sheets;
  private final ExportJournal journal;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  TakeExport(
      ExportStore store,
      ExportSheets sheets,
      ExportJournal journal,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.store = store;
    this.sheets = sheets;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
  }

  public OfTaking take(StaffIdentity who, ReceptionNumber number) {
    return transactions.within(
        who.institution(),
        () -> {
          Instant now = clock.instant();
          Optional<ExportApplication> found =
              store.lock(number).filter(one -> ExportRules.isShownTo(who, one));
          Optional<ErrorCode> refusal =
              found.isEmpty()
                  ? Optional.of(ErrorCode.SCM_EXPORT_UNKNOWN)
                  : ExportRules.refusalToTake(who, found.get(), now);
          if (refusal.isPresent()) {
            journal.taken(who, number, false, null, null, now);
            return new Refused(refusal.get());
          }
          return take(who, found.orElseThrow(), sheets.of(found.orElseThrow().kind()), now);
        });
  }

  private <C extends Record> OfTaking take(
      StaffIdentity who, ExportApplication asked, ExportSheet<C> sheet, Instant now) {
    C criteria = store.criteria(who.institution(), asked.number(), sheet.type());
    Optional<ErrorCode> refusal = sheet.refusalOf(who, criteria);
    if (refusal.isPresent()) {
      journal.taken(who, asked.number(), false, sheet.addressee(criteria), asked.purpose(), now);
      return new Refused(refusal.get());
    }
    store.insertTaking(
        who.institution(), who.user(), asked.kind(), asked.rows(), asked.number(), now);
    journal.taken(who, asked.number(), true, sheet.addressee(criteria), asked.purpose(), now);
    return new Released(sheets.release(sheet, who.institution(), criteria));
  }
}
