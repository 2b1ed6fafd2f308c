package jp.chukan.gateway.record.comparison;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.document.ReportedExchange.Outcome;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.RecordSide;
import org.jspecify.annotations.Nullable;

/**
 * One record of this institution, as the other parties were told of it.
 *
 * @param number 「処理通番」
 * @param record as it is kept here
 * @param outcome how it stands for the others: what waits for people here, or for an answer, is
 *     still under way for them
 * @param errorCode as told: how people came to a refusal stays here
 */
record OwnExchange(
    ProcessingNumber number, ProvisionRecord record, Outcome outcome, @Nullable String errorCode) {
  private static final String REFUSED_HERE = "SKI-02";
  private static final String AMONG_STAFF = "TKY-02";

  /**
   * Empty for what the others never heard of: it did not leave, or nobody could read its number.
   */
  static Optional<OwnExchange> of(ProvisionRecord record) {
    ProcessingNumber number = record.processingNumber();
    String error = record.errorCode();
    if (number == null || error != null && error.startsWith(REFUSED_HERE)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (record.outcome()) {
          case PROVIDED -> new OwnExchange(number, record, Outcome.PROVIDED, null);
          case AWAITING_APPROVAL, UNANSWERED ->
              new OwnExchange(number, record, Outcome.PENDING, null);
          case REFUSED -> new OwnExchange(number, record, Outcome.REFUSED, asTold(error));
        });
  }

  private static @Nullable String asTold(@Nullable String error) {
    return error != null && error.startsWith(AMONG_STAFF) ? ErrorCode.TKY_NOT_PROVIDED.id() : error;
  }

  RecordSide side() {
    return record.side();
  }

  /** When it was asked, as far as it is known here. */
  Instant inquiredAt() {
    return Objects.requireNonNullElse(record.inquiredAt(), record.receivedAt());
  }

  /** The other side, null when the record does not name it. */
  @Nullable InstitutionCode otherParty() {
    return switch (side()) {
      case INQUIRER -> record.provider();
      case PROVIDER -> record.inquirer();
    };
  }

  boolean isOpen() {
    return outcome == Outcome.PENDING;
  }
}
