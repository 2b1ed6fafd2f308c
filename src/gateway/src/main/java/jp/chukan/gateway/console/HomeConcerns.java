package jp.chukan.gateway.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.gateway.approval.ApprovalOverview;
import jp.chukan.gateway.deadletter.DeadLetters;
import jp.chukan.gateway.inquiry.InquiryOverview;
import jp.chukan.gateway.institution.Institutions;
import jp.chukan.gateway.job.JobOverview;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.permission.PermissionMatchingLists;
import jp.chukan.gateway.record.comparison.RecordComparisonOverview;
import jp.chukan.gateway.record.seal.EvidenceGuard;
import jp.chukan.gateway.record.seal.EvidenceState;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.account.PendingAccounts;
import org.springframework.stereotype.Component;

/**
 * What is wrong, or waits for this very person: counts, each with the page where something can be
 * done about it. A page that does not open to the person is not named.
 */
@Component
class HomeConcerns {
  /** Evidence that waits for longer is a concern: it comes every minute. */
  static final Duration EVIDENCE_LATE = Duration.ofMinutes(10);

  private static final Duration SOON = Duration.ofHours(3);
  private static final String STAFF_APPLICATIONS = "/console/staff-applications";

  private final ApprovalOverview approvals;
  private final InquiryOverview inquiries;
  private final PermissionMatchingLists lists;
  private final Institutions institutions;
  private final DeadLetters letters;
  private final KeyLook keys;
  private final PendingAccounts accounts;
  private final EvidenceGuard evidence;
  private final JobOverview jobs;
  private final RecordComparisonOverview comparisons;
  private final ServedInstitutions served;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  HomeConcerns(
      ApprovalOverview approvals,
      InquiryOverview inquiries,
      PermissionMatchingLists lists,
      Institutions institutions,
      DeadLetters letters,
      KeyLook keys,
      PendingAccounts accounts,
      EvidenceGuard evidence,
      JobOverview jobs,
      RecordComparisonOverview comparisons,
      ServedInstitutions served,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.approvals = approvals;
    this.inquiries = inquiries;
    this.lists = lists;
    this.institutions = institutions;
    this.letters = letters;
    this.keys = keys;
    this.accounts = accounts;
    this.evidence = evidence;
    this.jobs = jobs;
    this.comparisons = comparisons;
    this.served = served;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Something to look at.
   *
   * @param kind key of its text
   * @param count how many, or how many days
   * @param path of the page
   * @param grave whether something is wrong already
   */
  record Concern(String kind, long count, String path, boolean grave) {}

  /** The grave ones first. */
  List<Concern> of(StaffIdentity staff) {
    List<Concern> found = new ArrayList<>();
    Instant now = clock.instant();
    addReferences(found, staff, now);
    if (ConsolePage.KEYS.opensTo(staff)) {
      add(found, "certificates", keys.near(staff), ConsolePage.KEYS.path(), true);
    }
    transactions.run(
        staff.institution(),
        () -> {
          addCases(found, staff, now);
          if (ConsolePage.EVIDENCE.opensTo(staff)) {
            addEvidence(found, staff, now);
          }
          if (ConsolePage.RECORD_COMPARISONS.opensTo(staff)) {
            addComparisons(found, now);
          }
          if (staff.mayActAs(StaffRole.ADMINISTRATOR)) {
            add(found, "letters", deadLetters(), ConsolePage.QUEUES.path(), true);
            add(found, "accounts", accounts.count(), STAFF_APPLICATIONS, false);
          }
        });
    if (staff.mayActAs(StaffRole.OPERATOR)) {
      long dead =
          served.codes().stream()
              .mapToLong(code -> transactions.within(code, this::deadLetters))
              .sum();
      add(found, "letters", dead, ConsolePage.QUEUES.path(), true);
    }
    if (ConsolePage.JOBS.opensTo(staff)) {
      add(found, "jobs", failingJobs(staff), ConsolePage.JOBS.path(), true);
    }
    found.sort((one, other) -> Boolean.compare(other.grave(), one.grave()));
    return found;
  }

  /** The list and the master, where somebody can look into them. */
  private void addReferences(List<Concern> found, StaffIdentity staff, Instant now) {
    if (ConsolePage.PERMISSION_LIST.opensTo(staff)) {
      String path = ConsolePage.PERMISSION_LIST.path();
      lists
          .inForce()
          .ifPresentOrElse(
              list -> addAge(found, "listOld", list.publishedAt(), now, path),
              () -> found.add(new Concern("noList", 0, path, true)));
    }
    if (ConsolePage.INSTITUTIONS.opensTo(staff)) {
      String path = ConsolePage.INSTITUTIONS.path();
      institutions
          .inForce()
          .ifPresentOrElse(
              master -> addAge(found, "masterOld", master.activatedAt(), now, path),
              () -> found.add(new Concern("noMaster", 0, path, true)));
    }
  }

  private void addCases(List<Concern> found, StaffIdentity staff, Instant now) {
    if (ConsolePage.APPROVALS.opensTo(staff)) {
      add(
          found,
          "casesSoon",
          approvals.waitingUntil(staff, now.plus(SOON), now),
          ConsolePage.APPROVALS.path(),
          true);
    }
    if (ConsolePage.INQUIRIES.opensTo(staff)) {
      add(found, "inquiriesOverdue", inquiries.overdue(now), ConsolePage.INQUIRIES.path(), true);
    }
  }

  private void addEvidence(List<Concern> found, StaffIdentity staff, Instant now) {
    EvidenceState state = evidence.state(staff.institution(), now);
    if (state.delay(now).compareTo(EVIDENCE_LATE) > 0) {
      found.add(
          new Concern("evidence", state.left(now).toMinutes(), ConsolePage.EVIDENCE.path(), true));
    }
  }

  private void addComparisons(List<Concern> found, Instant now) {
    String path = ConsolePage.RECORD_COMPARISONS.path();
    RecordComparisonOverview.Days days = comparisons.at(now);
    add(found, "recordsDiffer", days.differing(), path, true);
    add(found, "recordsNotCompared", days.failed(), path, true);
  }

  private static void addAge(
      List<Concern> found, String kind, Instant since, Instant now, String path) {
    long days = Duration.between(since, now).toDays();
    if (days > HomePage.OLD_DAYS) {
      found.add(new Concern(kind, days, path, false));
    }
  }

  private static void add(
      List<Concern> found, String kind, long count, String path, boolean grave) {
    if (count > 0) {
      found.add(new Concern(kind, count, path, grave));
    }
  }

  /** Of the own institution; of all of them for who runs the platform. */
  private long failingJobs(StaffIdentity staff) {
    return staff.mayActAs(StaffRole.OPERATOR)
        ? jobs.institutions().stream().mapToLong(jobs::failing).sum()
        : jobs.failing(staff.institution());
  }

  private long deadLetters() {
    return letters.counts().stream().mapToLong(DeadLetters.Count::letters).sum();
  }
}
