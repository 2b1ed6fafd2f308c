package jp.chukan.mocknetwork.residentnotice;

/** Why somebody does not live in a municipality any more. */
public enum RemovalReason {
  /** 転出 to another municipality. */
  MOVED_OUT,
  /** 死亡. */
  DIED,
  /** 国外転出. */
  LEFT_THE_COUNTRY,
  /** 帰化: the same person lives here under another position. */
  NATURALISED
}
