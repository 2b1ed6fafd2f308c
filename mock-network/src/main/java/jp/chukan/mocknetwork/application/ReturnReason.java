package jp.chukan.mocknetwork.application;

/** Why an application was given back. */
public enum ReturnReason {
  /** Nobody's card has this serial number. */
  CARD_UNKNOWN("カードを確認できません"),
  /** The card is lost, or not in use any more. */
  CARD_UNUSABLE("カードが使えない状態です"),
  /** The holder has no 住民票 in this municipality. */
  NOT_A_RESIDENT("この市町村に住民票がありません"),
  /** 氏名 or 生年月日 is not that of the card's holder (JN-39). */
  DIFFERENT_PERSON("氏名または生年月日がカードの持ち主と違います"),
  /** To be done at the counter: locked for everybody but 市民窓口課 (MU-05). */
  AT_THE_COUNTER("窓口でお手続きください"),
  /** Not signed by the card that it names, or changed on its way (JN-27). */
  NOT_AUTHENTIC("署名を確認できません"),
  /** Another version had been processed before it came (MU-16). */
  ALREADY_PROCESSED("すでに処理された申請です"),
  /** The staff found something missing. */
  INCOMPLETE("書類が足りません"),
  /** The municipality did not take it. */
  NOT_TAKEN("受け付けられませんでした");

  private final String japanese;

  ReturnReason(String japanese) {
    this.japanese = japanese;
  }

  /** What the applicant reads. */
  public String japanese() {
    return japanese;
  }
}
