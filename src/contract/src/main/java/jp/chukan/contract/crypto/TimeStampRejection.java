package jp.chukan.contract.crypto;

import org.bouncycastle.asn1.cmp.PKIFailureInfo;

/** Why a time-stamp authority grants no time stamp (RFC 3161 section 2.4.2, PKIFailureInfo). */
public enum TimeStampRejection {
  /** Digest that the authority does not take. */
  BAD_ALGORITHM(PKIFailureInfo.badAlg),
  /** A request that makes no sense, or of another version. */
  BAD_REQUEST(PKIFailureInfo.badRequest),
  /** Bytes that are no request. */
  BAD_DATA_FORMAT(PKIFailureInfo.badDataFormat),
  /** No time to be had. */
  TIME_NOT_AVAILABLE(PKIFailureInfo.timeNotAvailable),
  /** Rules that the authority does not follow. */
  UNACCEPTED_POLICY(PKIFailureInfo.unacceptedPolicy),
  /** An extension that the authority does not know. */
  UNACCEPTED_EXTENSION(PKIFailureInfo.unacceptedExtension),
  /** A fault of the authority itself. */
  SYSTEM_FAILURE(PKIFailureInfo.systemFailure);

  private final int failureInfo;

  TimeStampRejection(int failureInfo) {
    this.failureInfo = failureInfo;
  }

  PKIFailureInfo failureInfo() {
    return new PKIFailureInfo(failureInfo);
  }
}
