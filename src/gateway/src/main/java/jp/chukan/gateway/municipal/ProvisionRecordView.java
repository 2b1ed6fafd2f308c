package jp.chukan.gateway.municipal;

import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import jp.chukan.gateway.record.StoredRecord;
import org.jspecify.annotations.Nullable;

/** A 「情報提供等記録」 as its institution sees it: where it stands, and everything but the 「符号」. */
record ProvisionRecordView(
    long position,
    RecordSide side,
    @Nullable ProcessingNumber processingNumber,
    @Nullable InstitutionCode inquirer,
    @Nullable InstitutionCode provider,
    @Nullable AffairCode affair,
    @Nullable ProcedureCode procedure,
    @Nullable SpecificPersonalInformationCode information,
    List<ItemCode> items,
    @Nullable PermitId permitId,
    @Nullable NonDisclosureCode nonDisclosure,
    @Nullable Instant inquiredAt,
    Instant receivedAt,
    Instant decidedAt,
    RecordOutcome outcome,
    @Nullable String errorCode) {

  static ProvisionRecordView of(StoredRecord stored) {
    ProvisionRecord provisionRecord = stored.entry();
    return new ProvisionRecordView(
        stored.position(),
        provisionRecord.side(),
        provisionRecord.processingNumber(),
        provisionRecord.inquirer(),
        provisionRecord.provider(),
        provisionRecord.affair(),
        provisionRecord.procedure(),
        provisionRecord.information(),
        provisionRecord.items(),
        provisionRecord.permitId(),
        provisionRecord.nonDisclosure(),
        provisionRecord.inquiredAt(),
        provisionRecord.receivedAt(),
        provisionRecord.decidedAt(),
        provisionRecord.outcome(),
        provisionRecord.errorCode());
  }
}
