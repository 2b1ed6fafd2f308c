package jp.chukan.gateway.console;

import static jp.chukan.gateway.staff.StaffRole.ADMINISTRATOR;
import static jp.chukan.gateway.staff.StaffRole.APPROVER;
import static jp.chukan.gateway.staff.StaffRole.AUDITOR;
import static jp.chukan.gateway.staff.StaffRole.OFFICER;
import static jp.chukan.gateway.staff.StaffRole.OPERATOR;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;

/**
 * The pages of the console and whom each opens to; what stands not here opens to nobody (MS-93). A
 * page is also everything below its path.
 */
enum ConsolePage {
  HOME("/console", OFFICER, APPROVER, AUDITOR, ADMINISTRATOR, OPERATOR),
  APPROVALS("/console/approvals", OFFICER, APPROVER),
  INQUIRIES("/console/inquiries", OFFICER, APPROVER),
  EXCHANGES("/console/exchanges", OFFICER, APPROVER, AUDITOR),
  RECORDS("/console/records", OFFICER, APPROVER, AUDITOR),
  PERMISSION_LIST("/console/permission-list", AUDITOR, ADMINISTRATOR),
  INSTITUTIONS("/console/institutions", ADMINISTRATOR),
  OPERATIONS("/console/operations", AUDITOR, ADMINISTRATOR),
  HEALTH("/console/health", OPERATOR);

  private final String path;
  private final Set<StaffRole> roles;

  ConsolePage(String path, StaffRole... roles) {
    this.path = path;
    this.roles = Set.of(roles);
  }

  /** The page to which a path, or the pattern of one, belongs; empty for what is no page. */
  static Optional<ConsolePage> of(String path) {
    return Stream.of(values()).filter(page -> page.holds(path)).findFirst();
  }

  private boolean holds(String other) {
    return other.equals(path) || (this != HOME && other.startsWith(path + "/"));
  }

  String path() {
    return path;
  }

  /** Key of its name in the messages. */
  String title() {
    return "page." + name();
  }

  /** Whether one of the roles that this session has proven opens the page. */
  boolean opensTo(StaffIdentity staff) {
    return roles.stream().anyMatch(staff::mayActAs);
  }
}
