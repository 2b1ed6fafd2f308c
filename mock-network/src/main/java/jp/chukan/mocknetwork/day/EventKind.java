package jp.chukan.mocknetwork.day;

/** Kinds of 「異動」 that a day is made of. */
public enum EventKind {
  MOVE_IN("転入(国内から)"),
  ARRIVAL_FROM_ABROAD("転入(国外から)"),
  /** 転出 to another served municipality. */
  TRANSFER("転出(市区の間)"),
  /** 転入 there. */
  TRANSFER_ARRIVAL("転入(市区の間)"),
  MOVE_WITHIN("転居"),
  MOVE_OUT("転出"),
  LEAVE_THE_COUNTRY("国外転出"),
  BIRTH("出生"),
  DEATH("死亡"),
  CORRECTION("職権修正"),
  NATURALISATION("帰化"),
  HEAD_CHANGE("世帯主変更"),
  SUPPORT_BEGUN("支援措置の開始"),
  SUPPORT_ENDED("支援措置の終了");

  private final String japanese;

  EventKind(String japanese) {
    this.japanese = japanese;
  }

  /** What the field calls it. */
  public String japanese() {
    return japanese;
  }
}
