package jp.chukan.gateway.correction;

import java.util.Locale;

/** What can be done with a proposal; {@link ProposalTable} says from where and by whom. */
public enum ProposalAction {
  /** 「申請」: it begins. */
  ENTER,
  /** 「確認」: what is proposed is right. */
  CONFIRM,
  /** 「差戻し」 to whoever entered it. */
  RETURN,
  /** 「承認」: it takes effect. */
  APPROVE,
  /** 「再申請」 of what was given back. */
  REVISE,
  /** 「取下げ」. */
  WITHDRAW,
  /** What is stored is no longer what was seen; nobody does it. */
  LAPSE;

  /** The word that the operation log has for it. */
  public String function() {
    return "correction." + name().toLowerCase(Locale.ROOT);
  }
}
