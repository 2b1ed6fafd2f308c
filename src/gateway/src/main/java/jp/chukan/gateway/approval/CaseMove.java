package jp.chukan.gateway.approval;

import java.time.Instant;
import java.util.Set;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;

/**
 * A step that is about to be taken.
 *
 * @param action what is done
 * @param who does it, null when nobody does
 * @param role in which the person acts, null when nobody does
 * @param comment what the person wrote, null when nothing
 * @param withheld asked items that do not leave
 * @param content what is prepared to leave, null when nothing is
 * @param at when
 */
public record CaseMove(
    ApprovalAction action,
    @Nullable StaffIdentity who,
    @Nullable StaffRole role,
    @Nullable StaffComment comment,
    Set<ItemCode> withheld,
    byte @Nullable [] content,
    Instant at) {
  // Written out, because javac keeps no annotation of an array in a compact constructor.
  public CaseMove(
      ApprovalAction action,
      @Nullable StaffIdentity who,
      @Nullable StaffRole role,
      @Nullable StaffComment comment,
      Set<ItemCode> withheld,
      byte @Nullable [] content,
      Instant at) {
    this.action = action;
    this.who = who;
    this.role = role;
    this.comment = comment;
    this.withheld = Set.copyOf(withheld);
    this.content = content;
    this.at = at;
  }

  /** A step of a person. */
  public static CaseMove by(
      StaffIdentity who,
      StaffRole role,
      ApprovalAction action,
      @Nullable StaffComment comment,
      Instant at) {
    return new CaseMove(action, who, role, comment, Set.of(), null, at);
  }

  /** A step that nobody takes. */
  public static CaseMove byNobody(ApprovalAction action, Instant at) {
    return new CaseMove(action, null, null, null, Set.of(), null, at);
  }

  /** The same, with what is prepared to leave. */
  public CaseMove preparing(byte[] outgoing, Set<ItemCode> without) {
    return new CaseMove(action, who, role, comment, without, outgoing, at);
  }

  /** Never shows the content. */
  @Override
  public String toString() {
    return "CaseMove[" + action + "]";
  }
}
