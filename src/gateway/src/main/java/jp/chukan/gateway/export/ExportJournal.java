package jp.chukan.gateway.export;

import java.time.Instant;
import java.util.Locale;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.staff.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps every step of an export in the 「操作ログ」 (JN-37), in the open transaction of the institution.
 */
@Component
class ExportJournal {
  private final OperationLog operations;

  ExportJournal(OperationLog operations) {
    this.operations = operations;
  }

  /** It leaves now, or somebody asked for it who may not. */
  <C extends Record> void left(
      StaffIdentity who, ExportRequest<C> request, boolean succeeded, Instant at) {
    operations.append(
        new Operation(
            who.institution(),
            who.user(),
            OperationKind.EXPORT,
            request.function(),
            succeeded,
            request.sheet().target(request.criteria()),
            request.sheet().addressee(request.criteria()),
            request.purpose(),
            at));
  }

  /** What was applied for leaves now, or does not. */
  void taken(
      StaffIdentity who,
      ReceptionNumber number,
      boolean succeeded,
      @Nullable UnifiedAddresseeNumber addressee,
      @Nullable String purpose,
      Instant at) {
    operations.append(
        new Operation(
            who.institution(),
            who.user(),
            OperationKind.EXPORT,
            "export.taken",
            succeeded,
            number.value(),
            addressee,
            purpose,
            at));
  }

  /** Somebody applied. */
  <C extends Record> void applied(
      StaffIdentity who, ExportRequest<C> request, ReceptionNumber number, Instant at) {
    operations.append(
        new Operation(
            who.institution(),
            who.user(),
            OperationKind.DECISION,
            "export.applied",
            true,
            number.value(),
            request.sheet().addressee(request.criteria()),
            request.purpose(),
            at));
  }

  /** Somebody decided, or tried to. */
  void decided(
      StaffIdentity who,
      ReceptionNumber number,
      ExportDecision.Kind kind,
      boolean succeeded,
      @Nullable String comment,
      Instant at) {
    operations.append(
        new Operation(
            who.institution(),
            who.user(),
            OperationKind.DECISION,
            "export." + kind.name().toLowerCase(Locale.ROOT),
            succeeded,
            number.value(),
            null,
            comment,
            at));
  }

  /** Somebody looked at whom it is about. */
  void looked(
      StaffIdentity who,
      ReceptionNumber number,
      @Nullable UnifiedAddresseeNumber addressee,
      String purpose,
      Instant at) {
    operations.append(
        new Operation(
            who.institution(),
            who.user(),
            OperationKind.VIEW,
            "export.criteria",
            true,
            number.value(),
            addressee,
            purpose,
            at));
  }
}
