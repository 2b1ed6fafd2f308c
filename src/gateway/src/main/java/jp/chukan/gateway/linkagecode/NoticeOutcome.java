package jp.chukan.gateway.linkagecode;

import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.error.ErrorCode;

/** What became of one arriving 「符号」. */
sealed interface NoticeOutcome {

  ProcessingNumber number();

  /** The code belongs to the person, since now or since before. */
  record Bound(ProcessingNumber number) implements NoticeOutcome {}

  /** Nothing changed. */
  record Refused(ProcessingNumber number, ErrorCode code) implements NoticeOutcome {}
}
