package jp.chukan.gateway.approval;

import java.time.Instant;
import java.util.Set;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What one person has prepared and another has to decide on (MS-06).
 *
 * @param action to provide, to provide in part, or to refuse
 * @param by who prepared it
 * @param comment ground or reason
 * @param withheld asked items that do not leave
 * @param content the document that is to leave, before it is sealed; null when nothing is
 * @param at when
 */
public record PreparedRelease(
    ApprovalAction action,
    UserId by,
    @Nullable StaffComment comment,
    Set<ItemCode> withheld,
    byte @Nullable [] content,
    Instant at) {
  // Written out, because javac keeps no annotation of an array in a compact constructor.
  public PreparedRelease(
      ApprovalAction action,
      UserId by,
      @Nullable StaffComment comment,
      Set<ItemCode> withheld,
      byte @Nullable [] content,
      Instant at) {
    this.action = action;
    this.by = by;
    this.comment = comment;
    this.withheld = Set.copyOf(withheld);
    this.content = content;
    this.at = at;
  }

  /** Never shows the content. */
  @Override
  public String toString() {
    return "PreparedRelease[" + action + "]";
  }
}
