package jp.chukan.gateway.record.stamp;

import jp.chukan.contract.crypto.TimeStamp;
import jp.chukan.contract.error.ErrorCode;

/** What came of asking for a 「タイムスタンプ」. */
public sealed interface StampOutcome {

  /** Stamped, and verified by this server: signature, certificate, content and time. */
  record Stamped(TimeStamp stamp) implements StampOutcome {}

  /** No authority is configured. */
  record WithoutAuthority() implements StampOutcome {}

  /**
   * No stamp this time: the authority is out of reach, refuses, or what it sent is wrong. Asking
   * again later may succeed.
   */
  record Failed(ErrorCode code) implements StampOutcome {}
}
