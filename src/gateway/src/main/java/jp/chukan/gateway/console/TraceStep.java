package jp.chukan.gateway.console;

import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.inquiry.InquiryStateView;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.ProvisionRecord;
import org.jspecify.annotations.Nullable;

/**
 * One step of an exchange.
 *
 * @param at when
 * @param kind key of what it was
 * @param what message type or 「処理通番」, null where the kind says all
 * @param party the other side, null when it is the institution itself or unknown
 * @param outcome key of how it ended
 * @param error identifier of the catalogue, null when nothing was refused
 * @param text what the catalogue says about it, null when nothing was refused
 */
record TraceStep(
    Instant at,
    String kind,
    @Nullable String what,
    @Nullable InstitutionCode party,
    String outcome,
    @Nullable String error,
    @Nullable String text) {

  static TraceStep of(Communication communication) {
    ErrorCode error = communication.error();
    return new TraceStep(
        communication.at(),
        "trace." + communication.direction().name(),
        communication.messageType(),
        communication.peer(),
        error == null ? "trace.ACCEPTED" : "trace.REFUSED",
        error == null ? null : error.id(),
        error == null ? null : error.message());
  }

  static TraceStep of(ProvisionRecord entry) {
    boolean inquires = entry.inquirer() != null && entry.inquirer().equals(entry.institution());
    return new TraceStep(
        entry.decidedAt(),
        "trace.record." + entry.side().name(),
        null,
        inquires ? entry.provider() : entry.inquirer(),
        "outcome." + entry.outcome().name(),
        entry.errorCode(),
        text(entry.errorCode()));
  }

  /** How the inquiry stands since then. */
  static TraceStep of(InquiryStateView inquiry, Instant at, String kind) {
    return new TraceStep(
        at,
        kind,
        inquiry.processingNumber().value(),
        null,
        "inquiry.state." + inquiry.state(),
        inquiry.errorCode(),
        text(inquiry.errorCode()));
  }

  /** How the outcome looks: {@code bad}, {@code warn}, {@code calm} or {@code good}. */
  public String look() {
    if (error != null) {
      return "bad";
    }
    return switch (outcome) {
      case "outcome.AWAITING_APPROVAL" -> "warn";
      case "inquiry.state.ACCEPTED", "inquiry.state.SENT", "inquiry.state.UNANSWERED" -> "calm";
      default -> "good";
    };
  }

  private static @Nullable String text(@Nullable String id) {
    return id == null ? null : ErrorCode.ofId(id).map(ErrorCode::message).orElse(null);
  }
}
