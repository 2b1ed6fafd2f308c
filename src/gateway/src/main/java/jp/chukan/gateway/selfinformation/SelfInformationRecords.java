package jp.chukan.gateway.selfinformation;

import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.document.SelfInformation.Information;
import jp.chukan.contract.document.SelfInformation.OwnItem;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.SelfInformationRequest;
import jp.chukan.gateway.disclosure.DisclosureDoor;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Records 「自己情報提供」 like every other provision: one 「情報提供等記録」 with its leaf for each 「特定個人情報」, with
 * the disclosure system as inquirer and without 「事務」, for no law but the person's own right asks.
 */
@Component
final class SelfInformationRecords {
  private final ProvisionRecords records;
  private final DisclosureDoor door;

  SelfInformationRecords(ProvisionRecords records, DisclosureDoor door) {
    this.records = records;
    this.door = door;
  }

  /**
   * @param known whether the 「符号」 is one of this institution's; another has no place in its records
   */
  void append(
      SelfInformationRequest.Body question,
      boolean known,
      List<Information> information,
      Instant now) {
    records.append(
        information.stream()
            .map(one -> entry(question, known, one.code(), items(one), one.errorCode(), now))
            .toList());
  }

  void refuse(
      SelfInformationRequest.Body question,
      boolean known,
      List<SpecificPersonalInformationCode> information,
      ErrorCode code,
      Instant now) {
    records.append(
        information.stream()
            .map(one -> entry(question, known, one, List.of(), code.id(), now))
            .toList());
  }

  private static List<ItemCode> items(Information information) {
    return information.replicas().stream()
        .flatMap(replica -> replica.items().stream())
        .map(OwnItem::code)
        .distinct()
        .toList();
  }

  private ProvisionRecord entry(
      SelfInformationRequest.Body question,
      boolean known,
      SpecificPersonalInformationCode information,
      List<ItemCode> items,
      @Nullable String errorCode,
      Instant now) {
    return new ProvisionRecord(
        question.institution(),
        RecordSide.PROVIDER,
        question.processingNumber(),
        door.asker(),
        question.institution(),
        null,
        null,
        information,
        items,
        known ? question.linkageCode() : null,
        null,
        null,
        question.requestedAt(),
        now,
        now,
        errorCode == null ? RecordOutcome.PROVIDED : RecordOutcome.REFUSED,
        errorCode);
  }
}
