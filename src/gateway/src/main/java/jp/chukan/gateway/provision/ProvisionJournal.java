package jp.chukan.gateway.provision;

import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.ProvisionRequest;
import jp.chukan.gateway.provision.ProvisionOutcome.AwaitingApproval;
import jp.chukan.gateway.provision.ProvisionOutcome.Provided;
import jp.chukan.gateway.provision.ProvisionOutcome.Refused;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes the 「情報提供等記録」 with its leaf, and the communication, of every request: provided, held and
 * refused alike (MS-74, JN-02, JN-12), in the transaction of the decision.
 */
@Component
final class ProvisionJournal {
  private final ProvisionRecords records;
  private final CommunicationLog communications;
  private final InstitutionCode network;

  ProvisionJournal(
      ProvisionRecords records,
      CommunicationLog communications,
      @Value("${chukan.network.institution}") String network) {
    this.records = records;
    this.communications = communications;
    this.network = new InstitutionCode(network);
  }

  /** Records the decision on a request that has come. */
  void append(
      InstitutionCode institution,
      VerifiedProvisionRequest request,
      ProvisionOutcome outcome,
      Instant receivedAt,
      Instant decidedAt) {
    append(institution, entry(institution, request, outcome, receivedAt, decidedAt), network);
  }

  /** Records how a request ended that was held since it came; nothing new has come. */
  void appendEnd(
      InstitutionCode institution,
      VerifiedProvisionRequest request,
      ProvisionOutcome outcome,
      Instant receivedAt,
      Instant decidedAt) {
    records.append(entry(institution, request, outcome, receivedAt, decidedAt));
  }

  private static ProvisionRecord entry(
      InstitutionCode institution,
      VerifiedProvisionRequest request,
      ProvisionOutcome outcome,
      Instant receivedAt,
      Instant decidedAt) {
    return switch (outcome) {
      case Provided provided ->
          entry(
              institution,
              request.body(),
              provided.exchange().permitId(),
              provided.nonDisclosure(),
              null,
              RecordOutcome.PROVIDED,
              receivedAt,
              decidedAt);
      case AwaitingApproval held ->
          entry(
              institution,
              request.body(),
              held.exchange().permitId(),
              held.nonDisclosure(),
              null,
              RecordOutcome.AWAITING_APPROVAL,
              receivedAt,
              decidedAt);
      case Refused refused ->
          entry(
              institution,
              request.body(),
              refused.permitId(),
              null,
              refused.refusal().code(),
              RecordOutcome.REFUSED,
              receivedAt,
              decidedAt);
    };
  }

  /** Records a delivery in which nothing could be believed. */
  void appendUnverified(InstitutionCode institution, ErrorCode code, Instant at) {
    ProvisionRecord entry =
        new ProvisionRecord(
            institution,
            RecordSide.PROVIDER,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            null,
            at,
            at,
            RecordOutcome.REFUSED,
            code.id());
    append(institution, entry, null);
  }

  private void append(
      InstitutionCode institution, ProvisionRecord entry, @Nullable InstitutionCode peer) {
    records.append(entry);
    String errorCode = entry.errorCode();
    communications.append(
        new Communication(
            institution,
            Direction.RECEIVED,
            peer,
            ProvisionRequest.TYPE_ID,
            entry.processingNumber() == null ? null : entry.processingNumber().value(),
            errorCode == null ? null : ErrorCode.ofId(errorCode).orElseThrow(),
            entry.receivedAt()));
  }

  private static ProvisionRecord entry(
      InstitutionCode institution,
      ProvisionRequest.Body request,
      @Nullable PermitId permitId,
      @Nullable NonDisclosureCode nonDisclosure,
      @Nullable ErrorCode error,
      RecordOutcome outcome,
      Instant receivedAt,
      Instant decidedAt) {
    boolean asked = request.provider().equals(institution);
    return new ProvisionRecord(
        institution,
        RecordSide.PROVIDER,
        request.processingNumber(),
        request.inquirer(),
        request.provider(),
        request.affair(),
        request.procedure(),
        request.information(),
        request.requestedItems(),
        // the 「符号」 of another institution has no place in the records of this one (MS-96)
        asked ? request.linkageCode() : null,
        permitId,
        nonDisclosure,
        request.inquiredAt(),
        receivedAt,
        decidedAt,
        outcome,
        error == null ? null : error.id());
  }
}
