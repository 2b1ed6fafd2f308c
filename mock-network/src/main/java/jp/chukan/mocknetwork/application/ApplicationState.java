package jp.chukan.mocknetwork.application;

/** How far an application is, as the applicant sees it. */
public enum ApplicationState {
  /** 受付. */
  RECEIVED("受付"),
  /** 照合済: it is known whose it is. */
  MATCHED("照合済"),
  /** 処理済: handed to the 既存住基システム. */
  PROCESSED("処理済"),
  /** 差戻し. */
  RETURNED("差戻し"),
  /** 差替え: another version took its place (MU-16). */
  SUPERSEDED("差替え");

  private final String japanese;

  ApplicationState(String japanese) {
    this.japanese = japanese;
  }

  /** What the applicant reads. */
  public String japanese() {
    return japanese;
  }
}
