package jp.chukan.mocknetwork.timestamp;

/** What can be made to go wrong with a time stamp. */
public enum TimeStampFault {
  /** The authority rejects: no time to be had. */
  REFUSED,
  /** No answer. */
  SILENT,
  /** An answer of HTTP only: not ready. */
  ERROR,
  /** A stamp of something else. */
  OTHER_DOCUMENT,
  /** A stamp for somebody else's request. */
  OTHER_REQUEST,
  /** A stamp by a clock that is ten minutes slow. */
  OTHER_TIME,
  /** A stamp whose signature is broken. */
  FORGED_SIGNATURE
}
