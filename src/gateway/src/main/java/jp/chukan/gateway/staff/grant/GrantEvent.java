package jp.chukan.gateway.staff.grant;

import java.time.Instant;
import jp.chukan.gateway.staff.Grant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that became of a grant; only ever appended (JN-15).
 *
 * @param kind what
 * @param grant which; as its reason stands that of the event
 * @param application its number, null for a grant that a file had brought
 * @param reason why, where somebody gave one
 * @param set number of the set of grants that it made, null where none changed
 * @param by who did it
 * @param at when
 */
public record GrantEvent(
    Kind kind,
    Grant grant,
    @Nullable Long application,
    @Nullable String reason,
    @Nullable Integer set,
    String by,
    Instant at) {

  /** What can become of a grant. */
  public enum Kind {
    /** 「申請」. */
    APPLIED("申請"),
    /** 「付与」 of what was applied for. */
    GRANTED("付与"),
    /** 「却下」 of what was applied for. */
    REFUSED("却下"),
    /** 「取下げ」 by who had applied. */
    WITHDRAWN("取下げ"),
    /** 「取消」 of a grant in force. */
    REVOKED("取消");

    private final String japanese;

    Kind(String japanese) {
      this.japanese = japanese;
    }

    /** As staff read it. */
    public String japanese() {
      return japanese;
    }
  }

  /** Never shows the reason: it is free text. */
  @Override
  public String toString() {
    return "GrantEvent[" + kind + " by " + by + "]";
  }
}
