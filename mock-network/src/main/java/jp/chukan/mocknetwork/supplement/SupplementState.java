package jp.chukan.mocknetwork.supplement;

/** 「附票本人確認情報状態区分」. */
public enum SupplementState {
  /** 現存: has an address in Japan. */
  IN_JAPAN("現存"),
  /** 国外転出者: the 附票 stays, with 最終住所. */
  ABROAD("国外転出者"),
  /** 消除. */
  REMOVED("消除");

  private final String japanese;

  SupplementState(String japanese) {
    this.japanese = japanese;
  }

  /** As it is printed. */
  public String japanese() {
    return japanese;
  }
}
