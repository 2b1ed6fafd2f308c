package jp.chukan.gateway.linkagecode;

import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.error.Refusal;

/** What became of one record of a 「符号取得要求」. */
sealed interface AcquisitionOutcome {

  record Accepted(ProcessingNumber number) implements AcquisitionOutcome {}

  record Refused(Refusal refusal) implements AcquisitionOutcome {}
}
