package jp.chukan.gateway.provision;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.permission.InquiryTuple;
import jp.chukan.gateway.permission.ListDecision;
import jp.chukan.gateway.permission.PermissionMatchingLists;
import jp.chukan.gateway.permit.PermitTimes;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import org.springframework.stereotype.Component;

/**
 * Says whether an answer that did not get out in time may still leave: by the list of today and
 * while its permit is valid, whatever was right when it was decided (MS-01, MS-03).
 */
@Component
public final class AnswerReauthorisation {
  private final ProvisionRecords records;
  private final PermissionMatchingLists lists;
  private final PermitTimes permits;

  public AnswerReauthorisation(
      ProvisionRecords records, PermissionMatchingLists lists, PermitTimes permits) {
    this.records = records;
    this.lists = lists;
    this.permits = permits;
  }

  /**
   * Asks in the open transaction of the provider.
   *
   * @return why it may not, or empty: it may, or it is a refusal that holds nothing of anybody
   */
  public Optional<ErrorCode> refusal(
      InstitutionCode provider, ProcessingNumber number, Instant at) {
    return records.find(provider, number).stream()
        .filter(record -> record.side() == RecordSide.PROVIDER)
        .filter(record -> record.outcome() == RecordOutcome.PROVIDED)
        .findFirst()
        .flatMap(provided -> refusal(provided, number, at));
  }

  private Optional<ErrorCode> refusal(
      ProvisionRecord provided, ProcessingNumber number, Instant at) {
    ErrorCode byList =
        switch (lists.check(tuple(provided), JapanDay.of(at))) {
          case ListDecision.NotPermitted denied -> ErrorCode.TKY_NOT_ON_LIST;
          case ListDecision.NoList none -> ErrorCode.TKY_NO_LIST;
          case ListDecision.Permitted permitted -> null;
        };
    if (byList != null) {
      return Optional.of(byList);
    }
    return permits.isValidFor(provided.institution(), number, at)
        ? Optional.empty()
        : Optional.of(ErrorCode.TKY_PERMIT_EXPIRED);
  }

  /** What was provided has been read whole, so that nothing of it is missing. */
  private static InquiryTuple tuple(ProvisionRecord provided) {
    return new InquiryTuple(
        Objects.requireNonNull(provided.inquirer()),
        Objects.requireNonNull(provided.affair()),
        Objects.requireNonNull(provided.procedure()),
        Objects.requireNonNull(provided.provider()),
        Objects.requireNonNull(provided.information()));
  }
}
