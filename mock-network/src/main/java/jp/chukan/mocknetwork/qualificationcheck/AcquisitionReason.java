package jp.chukan.mocknetwork.qualificationcheck;

/** 「資格取得事由」. */
public enum AcquisitionReason {
  /** 転入. */
  MOVED_IN,
  /** 出生. */
  BORN,
  /** 社会保険離脱. */
  LEFT_EMPLOYEES_INSURANCE
}
