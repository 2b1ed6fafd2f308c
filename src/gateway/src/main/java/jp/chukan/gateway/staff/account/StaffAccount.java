package jp.chukan.gateway.staff.account;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;

/**
 * Account of one person of the staff (JN-16).
 *
 * @param institution whose staff
 * @param user the id, never given to anybody else
 * @param displayName name of the person
 * @param department 「部署コード」
 * @param roles at least one
 * @param state whether it may be used
 * @param mustChangePassword whether the password was given to the person by somebody else
 * @param lockedUntil end of a lock after wrong passwords, null when there was none
 * @param lastLoginAt last time that the person signed in, null before the first
 * @param appliedBy who applied for it, or for its last change
 * @param appliedAt when
 * @param approvedBy who approved that, null while it waits
 */
public record StaffAccount(
    InstitutionCode institution,
    UserId user,
    String displayName,
    DepartmentCode department,
    Set<StaffRole> roles,
    AccountState state,
    boolean mustChangePassword,
    @Nullable Instant lockedUntil,
    @Nullable Instant lastLoginAt,
    String appliedBy,
    Instant appliedAt,
    @Nullable String approvedBy) {

  public StaffAccount {
    roles = Set.copyOf(roles);
  }

  /** Whether wrong passwords keep it shut at this moment. */
  public boolean isLocked(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }

  /** Roles in the order in which staff read them. */
  public Set<StaffRole> rolesInOrder() {
    return EnumSet.copyOf(roles);
  }

  /** Never shows the name of the person. */
  @Override
  public String toString() {
    return "StaffAccount[user=" + user + ", state=" + state + "]";
  }
}
