package jp.chukan.gateway.correction;

/** What is to become of the 「副本」. */
public enum ProposalKind {
  /** A new one. */
  REGISTRATION("登録"),
  /** Other values of items, or another period of publication. */
  CORRECTION("訂正"),
  /** 「自動応答不可フラグ」 set or lifted. */
  RESPONSE_MODE("自動応答不可の変更"),
  /** None any more (MS-63). */
  DELETION("削除");

  private final String japanese;

  ProposalKind(String japanese) {
    this.japanese = japanese;
  }

  /** As staff read it. */
  public String japanese() {
    return japanese;
  }
}
