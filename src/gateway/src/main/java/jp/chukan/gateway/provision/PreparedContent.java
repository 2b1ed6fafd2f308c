package jp.chukan.gateway.provision;

import java.time.Instant;
import java.util.Set;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.gateway.approval.ApprovalAction;
import jp.chukan.gateway.approval.StaffComment;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a decision.
 *
 * @param action to provide, to provide in part, or to refuse
 * @param by who prepared it
 * @param at when
 * @param comment ground or reason
 * @param withheld asked items that do not leave
 * @param outgoing exactly what leaves with the approval, null when nothing does
 * @param upToDate false when it could not leave any more as it was prepared
 */
public record PreparedContent(
    ApprovalAction action,
    UserId by,
    Instant at,
    @Nullable StaffComment comment,
    Set<ItemCode> withheld,
    @Nullable ProvidedInformation outgoing,
    boolean upToDate) {

  public PreparedContent {
    withheld = Set.copyOf(withheld);
  }
}
