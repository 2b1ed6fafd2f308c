package jp.chukan.mocknetwork.identity;

/** 「異動事由」 of 本人確認情報. */
public enum ChangeReason {
  /** 転入. */
  MOVED_IN(false),
  /** 転居. */
  MOVED_WITHIN(false),
  /** 転出. */
  MOVED_OUT(true),
  /** 出生. */
  BORN(false),
  /** 死亡. */
  DIED(true),
  /** 国外転出. */
  LEFT_THE_COUNTRY(true),
  /** 職権修正. */
  CORRECTED(false),
  /** 帰化. */
  NATURALISED(false);

  private final boolean removal;

  ChangeReason(boolean removal) {
    this.removal = removal;
  }

  /** Whether it is a 消除. */
  public boolean isRemoval() {
    return removal;
  }

  /** Whether the person has a 住民票 in the municipality from then on, and had none before. */
  public boolean isArrival() {
    return this == MOVED_IN || this == BORN;
  }
}
