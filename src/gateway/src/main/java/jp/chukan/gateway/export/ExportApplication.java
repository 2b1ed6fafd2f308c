package jp.chukan.gateway.export;

import java.time.Instant;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.UserId;
import org.jspecify.annotations.Nullable;

/**
 * 「出力の申請」: what somebody wants to take out, and what became of it; without the criteria, which may
 * name a person.
 *
 * @param number names it in the institution
 * @param kind what
 * @param rows how many when it was applied for
 * @param purpose why
 * @param appliedBy who
 * @param appliedAt when
 * @param decision how it ended, null while it waits
 * @param takenAt when it left, null as long as it has not
 */
public record ExportApplication(
    ReceptionNumber number,
    ExportKind kind,
    long rows,
    String purpose,
    UserId appliedBy,
    Instant appliedAt,
    @Nullable ExportDecision decision,
    @Nullable Instant takenAt) {

  /** How it stands. */
  public enum State {
    WAITING,
    /** Approved and to be taken out. */
    READY,
    /** Approved, and never taken out in time. */
    EXPIRED,
    TAKEN,
    REFUSED,
    WITHDRAWN
  }

  /** How it stands at this instant. */
  public State state(Instant now) {
    if (decision == null) {
      return State.WAITING;
    }
    return switch (decision.kind()) {
      case REFUSED -> State.REFUSED;
      case WITHDRAWN -> State.WITHDRAWN;
      case APPROVED -> approved(decision, now);
    };
  }

  private State approved(ExportDecision approval, Instant now) {
    if (takenAt != null) {
      return State.TAKEN;
    }
    Instant until = approval.until();
    return until != null && now.isBefore(until) ? State.READY : State.EXPIRED;
  }

  /** Never shows the purpose, which is free text. */
  @Override
  public String toString() {
    return "ExportApplication[" + number + " " + kind + "]";
  }
}
