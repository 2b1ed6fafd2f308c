package jp.chukan.gateway.staff.account;

import java.time.Instant;
import java.util.Set;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;

/**
 * One thing that became of an account (JN-15).
 *
 * @param kind what
 * @param roles that it had then
 * @param reason why, where somebody gave one
 * @param by who did it
 * @param at when
 */
public record AccountEvent(
    Kind kind, Set<StaffRole> roles, @Nullable String reason, String by, Instant at) {

  /** What can become of an account. */
  public enum Kind {
    /** 「申請」 for it or for a change of it. */
    APPLIED("申請"),
    /** 「承認」 of what was applied for. */
    APPROVED("承認"),
    /** 「却下」 of what was applied for. */
    REFUSED("却下"),
    /** 「取下げ」 of an application by who had applied. */
    WITHDRAWN("取下げ"),
    /** 「停止」. */
    DISABLED("停止"),
    /** 「ロック」 after wrong passwords. */
    LOCKED("ロック"),
    /** 「ロック解除」 by an administrator. */
    UNLOCKED("ロック解除"),
    /** 「パスワード変更」. */
    PASSWORD("パスワード変更"),
    /** 「パスキー登録」. */
    PASSKEY("パスキー登録");

    private final String japanese;

    Kind(String japanese) {
      this.japanese = japanese;
    }

    /** As staff read it. */
    public String japanese() {
      return japanese;
    }
  }

  public AccountEvent {
    roles = Set.copyOf(roles);
  }

  /** Never shows the reason: it is free text. */
  @Override
  public String toString() {
    return "AccountEvent[" + kind + " by " + by + "]";
  }
}
