package jp.chukan.mocknetwork.identityprovision;

/** What somebody did with 本人確認情報. */
public enum ProvisionKind {
  /** Looked into the own file. */
  SEARCH("検索"),
  /** Asked the system above. */
  INQUIRY("上位への照会"),
  /** 本人確認 by a card. */
  CARD_CHECK("カードによる本人確認"),
  /** Answered a system below. */
  ANSWER("照会への回答"),
  /** 提供 to another executive body, one by one. */
  PROVISION("他の執行機関への提供"),
  /** 一括提供 by 照会要求ファイル. */
  BULK_PROVISION("他の執行機関への一括提供"),
  /** The 附票都道府県サーバ took a 個人番号 for one answer (JN-28). */
  NUMBER("附票への個人番号の一時提供"),
  /** 開示 to the person, on paper (JN-37). */
  DISCLOSURE("本人への開示"),
  /** 異常時更新 (JN-38). */
  CORRECTION("異常時更新"),
  /** 転出証明書情報 was fetched. */
  SPECIAL_MOVE_IN("特例転入");

  private final String japanese;

  ProvisionKind(String japanese) {
    this.japanese = japanese;
  }

  /** What the field calls it. */
  public String japanese() {
    return japanese;
  }
}
