package jp.chukan.mocknetwork.qualificationcheck;

/** 「資格喪失事由」. */
public enum LossReason {
  /** 転出. */
  MOVED_OUT,
  /** 国外転出. */
  LEFT_THE_COUNTRY,
  /** 死亡. */
  DIED,
  /** 社会保険加入. */
  JOINED_EMPLOYEES_INSURANCE,
  /** 後期高齢者医療の被保険者となった. */
  LATTER_STAGE
}
