package jp.chukan.gateway.export;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.export.ExportOutcome.Done;
import jp.chukan.gateway.export.ExportOutcome.OfDeciding;
import jp.chukan.gateway.export.ExportOutcome.Refused;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends an application: somebody else approves or refuses it, or who applied takes it back (JN-22).
 *
 * <p>Refused, in this order, with:
 *
 * <ul>
 *   <li>{@link ErrorCode#SCM_EXPORT_UNKNOWN} no such application that the person may see
 *   <li>{@link ErrorCode#SCM_EXPORT_NOT_ALLOWED} role or passkey is missing; not who applied
 *   <li>{@link ErrorCode#SCM_EXPORT_DECIDED} somebody was first
 *   <li>{@link ErrorCode#SCM_EXPORT_SAME_PERSON} the applicant
 *   <li>{@link ErrorCode#SCM_EXPORT_COMMENT} a refusal without a reason, or too long a comment
 * </ul>
 */
@Component
public final class DecideExport {
  private final ExportStore store;
  private final ExportJournal journal;
  private final ExportSettings settings;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  DecideExport(
      ExportStore store,
      ExportJournal journal,
      ExportSettings settings,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param comment empty when the person says nothing
   */
  public OfDeciding approve(StaffIdentity who, ReceptionNumber number, String comment) {
    return decide(who, number, ExportDecision.Kind.APPROVED, comment);
  }

  /**
   * @param comment why
   */
  public OfDeciding refuse(StaffIdentity who, ReceptionNumber number, String comment) {
    return decide(who, number, ExportDecision.Kind.REFUSED, comment);
  }

  public OfDeciding withdraw(StaffIdentity who, ReceptionNumber number) {
    return decide(who, number, ExportDecision.Kind.WITHDRAWN, "");
  }

  private OfDeciding decide(
      StaffIdentity who, ReceptionNumber number, ExportDecision.Kind kind, String comment) {
    return transactions.within(
        who.institution(),
        () -> {
          Instant now = clock.instant();
          Optional<ErrorCode> refusal = refusalOf(who, store.lock(number), kind, comment);
          if (refusal.isPresent()) {
            journal.decided(who, number, kind, false, null, now);
            return new Refused(refusal.get());
          }
          @Nullable String said = comment.isEmpty() ? null : comment;
          @Nullable Instant until =
              kind == ExportDecision.Kind.APPROVED ? now.plus(settings.approvalLasts()) : null;
          store.insert(
              who.institution(), number, new ExportDecision(kind, said, who.user(), now, until));
          journal.decided(who, number, kind, true, said, now);
          return new Done();
        });
  }

  private static Optional<ErrorCode> refusalOf(
      StaffIdentity who,
      Optional<ExportApplication> found,
      ExportDecision.Kind kind,
      String comment) {
    if (found.isEmpty() || !ExportRules.isShownTo(who, found.get())) {
      return Optional.of(ErrorCode.SCM_EXPORT_UNKNOWN);
    }
    Optional<ErrorCode> refusal =
        switch (kind) {
          case APPROVED, REFUSED -> ExportRules.refusalToDecide(who, found.get());
          case WITHDRAWN -> ExportRules.refusalToWithdraw(who, found.get());
        };
    return refusal.or(() -> ExportRules.refusalOfComment(kind, comment));
  }
}
