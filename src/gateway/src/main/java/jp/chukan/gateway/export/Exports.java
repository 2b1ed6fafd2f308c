package jp.chukan.gateway.export;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows applications for exports to those who have to do with them. */
@Component
public final class Exports {
  private final ExportStore store;
  private final ExportSheets sheets;
  private final ExportJournal journal;
  private final ExportSettings settings;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  Exports(
      ExportStore store,
      ExportSheets sheets,
      ExportJournal journal,
      ExportSettings settings,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.store = store;
    this.sheets = sheets;
    this.journal = journal;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Criteria, as far as they may be shown.
   *
   * @param facts without whom it is about
   * @param aboutOne whether it is about one person alone
   * @param addressee whom, null unless the purpose of the look is kept
   */
  public record Shown(
      List<ExportFact> facts, boolean aboutOne, @Nullable UnifiedAddresseeNumber addressee) {

    /** Never shows whom it is about. */
    @Override
    public String toString() {
      return "Shown[redacted]";
    }
  }

  /** How many rows leave without approval. */
  public long limit() {
    return settings.rowsWithoutApproval();
  }

  /** What this person applied for, the newest first. */
  public List<ExportApplication> own(StaffIdentity who, int skip, int most) {
    return transactions.within(who.institution(), () -> store.by(who.user(), skip, most));
  }

  /** What this person may decide, the oldest first. */
  public List<ExportApplication> waitingFor(StaffIdentity who, int skip, int most) {
    return transactions.within(
        who.institution(), () -> store.waiting(kinds(who), who.user(), skip, most));
  }

  /** How many wait for a decision of this person. */
  public int waitingFor(StaffIdentity who) {
    return transactions.within(who.institution(), () -> store.countWaiting(kinds(who), who.user()));
  }

  /** How many are approved and wait to be taken out by this person. */
  public int readyFor(StaffIdentity who) {
    return transactions.within(
        who.institution(), () -> store.countReady(who.user(), clock.instant()));
  }

  /** One of them; empty when there is none that the person may see. */
  public Optional<ExportApplication> find(StaffIdentity who, ReceptionNumber number) {
    return transactions.within(
        who.institution(), () -> store.find(number).filter(one -> ExportRules.isShownTo(who, one)));
  }

  /** Whether the person may decide it now. */
  public boolean isToBeDecidedBy(StaffIdentity who, ExportApplication application) {
    return ExportRules.refusalToDecide(who, application).isEmpty();
  }

  /** Whether the person may take it out now. */
  public boolean isToBeTakenBy(StaffIdentity who, ExportApplication application) {
    return ExportRules.refusalToTake(who, application, clock.instant()).isEmpty();
  }

  /** The criteria of what {@link #find} has found. */
  public Shown criteria(StaffIdentity who, ExportApplication application) {
    return transactions.within(
        who.institution(), () -> shown(who, application, sheets.of(application.kind()), null));
  }

  /**
   * The same with whom it is about.
   *
   * @param purpose why the person looks; kept with the look (MS-76)
   */
  public Shown look(StaffIdentity who, ExportApplication application, String purpose) {
    return transactions.within(
        who.institution(), () -> shown(who, application, sheets.of(application.kind()), purpose));
  }

  private <C extends Record> Shown shown(
      StaffIdentity who,
      ExportApplication application,
      ExportSheet<C> sheet,
      @Nullable String purpose) {
    C criteria = store.criteria(who.institution(), application.number(), sheet.type());
    UnifiedAddresseeNumber addressee = sheet.addressee(criteria);
    if (purpose != null) {
      Instant now = clock.instant();
      journal.looked(who, application.number(), addressee, purpose, now);
    }
    return new Shown(sheet.facts(criteria), addressee != null, purpose == null ? null : addressee);
  }

  private static List<ExportKind> kinds(StaffIdentity who) {
    return ExportKind.decidedBy(who).toList();
  }
}
