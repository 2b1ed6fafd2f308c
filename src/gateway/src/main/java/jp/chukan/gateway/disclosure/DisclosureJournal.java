package jp.chukan.gateway.disclosure;

import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps each disclosure in the transaction of the deed: what came and went (MS-75), and whose data
 * were shown to whom and why (MS-76, MS-77).
 */
@Component
final class DisclosureJournal {
  /** 番号法附則第6条第3項: the person's own right to look. */
  private static final String PURPOSE = "本人への開示";

  private final CommunicationLog communications;
  private final OperationLog operations;
  private final DisclosureSettings settings;

  DisclosureJournal(
      CommunicationLog communications, OperationLog operations, DisclosureSettings settings) {
    this.communications = communications;
    this.operations = operations;
    this.settings = settings;
  }

  /** A request of which nothing could be believed. */
  void refused(InstitutionCode institution, DisclosureKind<?> kind, ErrorCode code, Instant now) {
    communications.append(
        row(institution, Direction.RECEIVED, kind.requestType(), null, code, now));
  }

  /** A request that was answered. */
  void answered(
      InstitutionCode institution,
      DisclosureKind<?> kind,
      ProcessingNumber number,
      Disclosed disclosed,
      Instant now) {
    ErrorCode code = null;
    UnifiedAddresseeNumber addressee = null;
    switch (disclosed) {
      case Disclosed.Shown shown -> addressee = shown.addressee();
      case Disclosed.Denied denied -> code = denied.code();
    }
    communications.append(
        List.of(
            row(institution, Direction.RECEIVED, kind.requestType(), number, code, now),
            row(institution, Direction.SENT, kind.answerType(), number, code, now)));
    operations.append(
        new Operation(
            institution,
            null,
            OperationKind.VIEW,
            kind.function(),
            code == null,
            number.value(),
            addressee,
            PURPOSE,
            now));
  }

  private Communication row(
      InstitutionCode institution,
      Direction direction,
      String messageType,
      @Nullable ProcessingNumber number,
      @Nullable ErrorCode code,
      Instant now) {
    return new Communication(
        institution,
        direction,
        settings.institution(),
        messageType,
        number == null ? null : number.value(),
        code,
        now);
  }
}
