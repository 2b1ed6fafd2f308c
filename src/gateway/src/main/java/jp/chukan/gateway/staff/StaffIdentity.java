package jp.chukan.gateway.staff;

import java.util.Set;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;

/**
 * A person of the staff who has signed in, as this session proved it.
 *
 * @param institution 「機関コード」 of the account: the only place from which the console takes it
 * @param user who; one id is one person (JN-16)
 * @param department 「部署コード」
 * @param roles what the person is here for
 * @param passkey whether a passkey proved the person in this session (JN-20)
 */
public record StaffIdentity(
    InstitutionCode institution,
    UserId user,
    DepartmentCode department,
    Set<StaffRole> roles,
    boolean passkey) {
  public StaffIdentity {
    roles = Set.copyOf(roles);
  }

  /** Whether the role may be used in this session: held, and proven as strongly as it demands. */
  public boolean mayActAs(StaffRole role) {
    return roles.contains(role) && (passkey || !role.needsPasskey());
  }
}
