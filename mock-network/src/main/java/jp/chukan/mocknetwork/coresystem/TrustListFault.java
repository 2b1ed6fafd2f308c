package jp.chukan.mocknetwork.coresystem;

/** What can be made to go wrong with a version of the 「信頼リスト」. */
public enum TrustListFault {
  /** Signed by a provider. */
  OTHER_SIGNER,
  /** The signature was altered. */
  FORGED_SIGNATURE,
  /** Its next update was an hour ago. */
  OVER,
  /** Names a certificate that may issue nothing. */
  NO_AUTHORITY
}
