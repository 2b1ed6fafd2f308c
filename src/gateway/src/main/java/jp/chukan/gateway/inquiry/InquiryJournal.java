package jp.chukan.gateway.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps that a request came and what became of each inquiry, in the transaction of its acceptance:
 * the communications of all (MS-75, JN-12), and the 「情報提供等記録」 of those that ended here (MS-74).
 */
@Component
class InquiryJournal {
  private final CommunicationLog communications;
  private final ProvisionRecords records;

  InquiryJournal(CommunicationLog communications, ProvisionRecords records) {
    this.communications = communications;
    this.records = records;
  }

  /**
   * @param refused also lines that cannot be read; of those there is nothing that a record could
   *     say, so that the log alone keeps them
   */
  void append(Reception reception, List<TakenInquiry> accepted, List<TakenInquiry> refused) {
    List<Communication> rows = new ArrayList<>(accepted.size() + refused.size() + 1);
    rows.add(received(reception, reception.number().value(), null));
    accepted.forEach(taken -> rows.add(received(reception, taken.number().value(), null)));
    refused.forEach(taken -> rows.add(received(reception, taken.number().value(), taken.error())));
    communications.append(rows);
    records.append(
        refused.stream()
            .filter(taken -> taken.state() == InquiryState.REFUSED)
            .map(taken -> record(reception, taken))
            .toList());
  }

  /** A request that came again, or one that was only a test: nothing but that it came. */
  void received(Reception reception, ReceptionNumber number) {
    communications.append(received(reception, number.value(), null));
  }

  private static Communication received(
      Reception reception, String number, @Nullable ErrorCode error) {
    return new Communication(
        reception.institution(),
        Direction.RECEIVED,
        reception.institution(),
        reception.messageType(),
        number,
        error,
        reception.at());
  }

  private static ProvisionRecord record(Reception reception, TakenInquiry taken) {
    AskedInquiry asked = Objects.requireNonNull(taken.asked());
    return new ProvisionRecord(
        reception.institution(),
        RecordSide.INQUIRER,
        taken.number(),
        reception.institution(),
        taken.provider(),
        asked.affair(),
        asked.procedure(),
        asked.information(),
        asked.items(),
        taken.person(),
        null,
        asked.nonDisclosure(),
        reception.at(),
        reception.at(),
        reception.at(),
        RecordOutcome.REFUSED,
        taken.error() == null ? null : taken.error().id());
  }
}
