package jp.chukan.mocknetwork.certificateauthority;

/** What can be made to go wrong with revocation data. */
public enum RevocationFault {
  /** An answer of HTTP only: not ready. */
  UNREACHABLE,
  /** No answer. */
  SILENT,
  /** Data whose next update was an hour ago. */
  STALE,
  /** Data that somebody else signed: the network's own key, which is for documents. */
  WRONG_SIGNER,
  /** Data whose signature is broken. */
  FORGED_SIGNATURE,
  /** Something else than such data. */
  GARBAGE
}
