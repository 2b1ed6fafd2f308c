package jp.chukan.contract.evidence;

/** What can be wrong with evidence. */
public enum EvidenceFault {
  /** What a leaf was made of is no longer what it was. */
  RECORD_CHANGED("記録の内容が、封印された時と異なります。"),
  /** A leaf that a head covers is gone. */
  RECORD_REMOVED("封印された記録がありません。"),
  /** Something stands where no head covers it. */
  RECORD_ADDED("封印されていない記録が加えられています。"),
  /** A leaf that a head covers stands at another position. */
  RECORD_MOVED("記録が、封印された時と別の位置にあります。"),
  /** A body is gone and no purge tells of it. */
  BODY_REMOVED("記録の内容が、廃棄の記録なしに消されています。"),
  /** What the server holds of a batch does not lead to the root that was signed. */
  BATCH_REWRITTEN("記録とハッシュが、署名された先頭と一致しません。"),
  /** The list of leaves that a head added is not that of its signed root. */
  LEAF_LIST_CHANGED("先頭に付けられたハッシュの一覧が書き換えられています。"),
  /** A head whose signature, signer or certificate is not in order. */
  HEAD_SIGNATURE("先頭の署名を検証できません。"),
  /**
   * A head that says something else than what stands beside it, or is older than the one before.
   */
  HEAD_MISMATCH("先頭の内容が、前後の先頭と矛盾しています。"),
  /** A time stamp that does not prove its head. */
  TIME_STAMP("先頭のタイムスタンプを検証できません。"),
  /** A time stamp long after the head says that it was signed: signed anew, or late. */
  TIME_STAMP_LATE("タイムスタンプが、署名の時刻から離れています。"),
  /** A head known from elsewhere that this tree does not contain: cut, or rewritten. */
  KNOWN_HEAD("以前に控えた先頭が、この証跡に含まれていません。末尾が切り取られたか、書き換えられています。"),
  /** The file ends before its end. */
  FILE_CUT("証跡ファイルが途中で切れています。");

  private final String text;

  EvidenceFault(String text) {
    this.text = text;
  }

  /** For auditors, in Japanese. */
  public String text() {
    return text;
  }
}
