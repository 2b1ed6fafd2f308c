package jp.chukan.gateway.approval;

import java.util.Locale;

/** What can be done with a case; {@link ApprovalTable} says from where and by whom. */
public enum ApprovalAction {
  /** Seeing what would leave, beside the 「副本」. */
  LOOK("内容の確認"),
  /** Preparing to provide everything that was asked for. */
  PROVIDE("提供の作成"),
  /** Preparing to provide, but for some items. */
  PROVIDE_PART("一部提供の作成"),
  /** Preparing to provide nothing, with the reason. */
  REFUSE("提供しないことの作成"),
  /** Asking back before anything can be prepared; the case goes on waiting. */
  ASK_BACK("確認の依頼"),
  /** 「承認」 of what was prepared: it leaves. */
  APPROVE("承認"),
  /** 「却下」: confirming that nothing leaves. */
  DECLINE("却下の承認"),
  /** 「差戻し」 to whoever prepares. */
  RETURN("差戻し"),
  /** The permit ran out; nobody does it. */
  EXPIRE("期限切れ"),
  /** What was prepared is no longer what would leave; nobody does it. */
  LAPSE("内容変更による差戻し");

  private final String japanese;

  ApprovalAction(String japanese) {
    this.japanese = japanese;
  }

  /** As staff read it. */
  public String japanese() {
    return japanese;
  }

  /** The word that the operation log has for it. */
  public String function() {
    return "approval." + name().toLowerCase(Locale.ROOT);
  }
}
