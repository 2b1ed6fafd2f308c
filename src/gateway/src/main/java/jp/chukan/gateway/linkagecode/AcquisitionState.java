package jp.chukan.gateway.linkagecode;

/** How far the acquisition of a 「符号」 has come. */
public enum AcquisitionState {
  /** A 「処理通番」 was given; the code has not arrived. */
  REQUESTED,
  /** The code arrived and belongs to the person. */
  BOUND
}
