package jp.chukan.gateway.approval;

import java.time.Instant;
import java.util.Set;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;

/**
 * One step of a case; kept for good (MS-77).
 *
 * @param version of the case after it; before it, one less
 * @param action what was done
 * @param state how the case stood afterwards
 * @param user who, null when nobody did it
 * @param department 「部署コード」 of that person, null when nobody did it
 * @param role in which the person acted, null when nobody did it
 * @param comment what the person wrote, null when nothing
 * @param withheld asked items that do not leave
 * @param at when
 */
public record ApprovalStep(
    int version,
    ApprovalAction action,
    ApprovalState state,
    @Nullable UserId user,
    @Nullable DepartmentCode department,
    @Nullable StaffRole role,
    @Nullable StaffComment comment,
    Set<ItemCode> withheld,
    Instant at) {

  public ApprovalStep {
    withheld = Set.copyOf(withheld);
  }

  /** Version of the case before it. */
  public int versionBefore() {
    return version - 1;
  }
}
