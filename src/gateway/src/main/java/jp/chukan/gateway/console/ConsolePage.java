package jp.chukan.gateway.console;

import java.util.Optional;
import java.util.stream.Stream;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.StaffIdentity;

/**
 * The menu of the console. Whom a page opens to is said once, at its controller, with {@link
 * OpenTo}; the menu shows what opens.
 */
enum ConsolePage {
  HOME("/console", HomePage.class),
  APPROVALS("/console/approvals", ApprovalsPage.class),
  REPLICAS("/console/replicas", ReplicasPage.class),
  RECONCILIATIONS(ReconciliationsPage.PATH, ReconciliationsPage.class),
  INQUIRIES("/console/inquiries", InquiriesPage.class),
  EXCHANGES("/console/exchanges", ExchangePage.class),
  RECORDS("/console/records", RecordsPage.class),
  PERMISSION_LIST("/console/permission-list", PermissionListPage.class),
  INSTITUTIONS("/console/institutions", InstitutionsPage.class),
  STAFF("/console/staff", StaffPage.class),
  STAFF_APPLICATIONS("/console/staff-applications", StaffApplicationsPage.class),
  GRANTS("/console/grants", GrantsPage.class),
  GRANT_APPLICATIONS("/console/grant-applications", GrantApplicationsPage.class),
  OPERATIONS("/console/operations", OperationsPage.class),
  EXPORTS("/console/exports", ExportsPage.class),
  HEALTH("/console/health", HealthPage.class),
  QUEUES("/console/queues", QueuesPage.class),
  JOBS(JobsPage.PATH, JobsPage.class),
  EVIDENCE(EvidencePage.PATH, EvidencePage.class),
  RECORD_COMPARISONS(RecordComparisonsPage.PATH, RecordComparisonsPage.class),
  KEYS("/console/keys", KeysPage.class),
  STATISTICS("/console/statistics", StatisticsPage.class);

  private final String path;
  private final OpenTo rule;

  ConsolePage(String path, Class<?> controller) {
    this.path = path;
    this.rule = controller.getAnnotation(OpenTo.class);
  }

  /** The page to which a path, or the pattern of one, belongs; empty for what is in no menu. */
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
    return Stream.of(rule.value()).anyMatch(staff::mayActAs);
  }
}
