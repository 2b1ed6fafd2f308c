package jp.chukan.gateway.provision;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.approval.ApprovalCase;
import jp.chukan.gateway.approval.ApprovalStep;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.provision.ProvisionBed.Person;
import jp.chukan.gateway.provision.ReleaseView.Shown;
import jp.chukan.gateway.staff.Grant;
import jp.chukan.gateway.staff.GrantedFunction;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.TestGrants;
import jp.chukan.gateway.testing.ProvisionDraft;

/** Held requests, and the fictitious staff of 石巻市 who decide them. */
final class ReleaseBed {
  static final String SECRET = "架空の世帯";
  static final String WRITTEN = "試験 花子の申出のため";
  static final StaffComment COMMENT = new StaffComment(WRITTEN);
  static final StaffComment PURPOSE = new StaffComment("提供の審査");
  static final DepartmentCode DEPARTMENT = new DepartmentCode("3595115400");
  static final StaffIdentity OFFICER = staff("tantou-01", StaffRole.OFFICER);
  static final StaffIdentity SECOND_OFFICER = staff("tantou-02", StaffRole.OFFICER);
  static final StaffIdentity APPROVER = staff("kachou-01", StaffRole.APPROVER);
  static final StaffIdentity SECOND_APPROVER = staff("kachou-02", StaffRole.APPROVER);
  static final StaffIdentity BOTH = staff("kakarichou-01", StaffRole.OFFICER, StaffRole.APPROVER);

  final ProvisionBed provision = new ProvisionBed();
  final ReleaseDesk desk = provision.bean(ReleaseDesk.class);
  private final TestGrants grants = TestGrants.on(provision.database);

  /**
   * A held request.
   *
   * @param person about whom
   * @param draft what was asked
   * @param id of the case
   */
  record Held(Person person, ProvisionDraft draft, ReceptionNumber id) {}

  ReleaseBed() {
    permitEverything();
    grantEverybody();
    // the data key of the institution is made at first use
    hold();
  }

  void permitEverything() {
    provision.publishList(LocalDate.parse("2020-04-01"), LocalDate.parse("9999-12-31"));
  }

  /** For today and tomorrow: the clock of a test may pass midnight. */
  void grantEverybody() {
    LocalDate today = provision.today();
    grants.inForce(
        ISHINOMAKI,
        List.of("tantou-01", "tantou-02", "kachou-01", "kachou-02", "kakarichou-01", "other-01")
            .stream()
            .flatMap(
                user ->
                    Stream.of(today, today.plusDays(1))
                        .map(day -> grant(user, GrantedFunction.PROVISION, day)))
            .toArray(Grant[]::new));
  }

  void grantOnly(Grant... all) {
    grants.inForce(ISHINOMAKI, all);
  }

  static Grant grant(String user, GrantedFunction function, LocalDate day) {
    return new Grant(new UserId(user), DEPARTMENT, ProvisionDraft.AFFAIR, function, day, day, "試験");
  }

  /** Somebody who has signed in with a passkey. */
  static StaffIdentity staff(String user, StaffRole... roles) {
    return new StaffIdentity(ISHINOMAKI, new UserId(user), DEPARTMENT, Set.of(roles), true);
  }

  /** The same person, signed in with a password only. */
  static StaffIdentity withoutPasskey(StaffIdentity who) {
    return new StaffIdentity(who.institution(), who.user(), who.department(), who.roles(), false);
  }

  /** A request that is held because the person is flagged. */
  Held hold() {
    Person person = provision.person();
    register(person, SECRET);
    return hold(person);
  }

  Held hold(Person person) {
    ProvisionDraft draft = provision.draft(person);
    provision.receive(draft.message());
    ApprovalCase waiting =
        provision.cases(ISHINOMAKI).stream()
            .filter(one -> one.processingNumber().equals(draft.number))
            .findFirst()
            .orElseThrow();
    return new Held(person, draft, waiting.caseId());
  }

  void register(Person person, String text) {
    provision.replicas.put(person.addressee(), text, ResponseMode.APPROVAL_REQUIRED, null);
  }

  /** The case is prepared in full by the officer; version 1. */
  Held prepared() {
    Held held = hold();
    ReleaseOutcome outcome =
        desk.prepare(OFFICER, held.id(), 0, new Preparation.Provide(seen(held), COMMENT));
    if (!(outcome instanceof ReleaseOutcome.Done)) {
      throw new AssertionError(outcome);
    }
    return held;
  }

  ReleasePreview preview(Held held) {
    return ((Shown) desk.show(OFFICER, held.id(), PURPOSE)).preview();
  }

  ReleasableContent.Providable providable(Held held) {
    return (ReleasableContent.Providable) preview(held).content();
  }

  ContentDigest seen(Held held) {
    return providable(held).digest();
  }

  List<ApprovalStep> steps(Held held) {
    return ((CaseHistory.Steps) desk.steps(OFFICER, held.id(), PURPOSE)).steps();
  }

  ApprovalCase facts(Held held) {
    return provision.cases(ISHINOMAKI).stream()
        .filter(one -> one.caseId().equals(held.id()))
        .findFirst()
        .orElseThrow();
  }

  String lastOutcome(Held held) {
    return provision
        .database
        .everything()
        .sql(
            """
            select outcome from provision_record
             where processing_number = ? order by leaf_id desc limit 1
            """)
        .param(held.draft().number.value())
        .query(String.class)
        .single();
  }

  /** The operation log about this case, in order. */
  List<Map<String, Object>> operations(Held held) {
    return provision
        .database
        .everything()
        .sql("select * from operation where target = ? order by id")
        .param(held.id().value())
        .query()
        .listOfRows();
  }

  Instant now() {
    return provision.clock.instant();
  }

  /** Everything of the tables of approval as text, bytes as hexadecimal digits. */
  String everythingKept(Held held) {
    return Objects.requireNonNull(
        provision
            .database
            .everything()
            .sql(
                """
                select string_agg(kept, ' ')
                  from (select c::text as kept from approval_case c where case_id = :id
                        union all
                        select s::text from approval_step s where case_id = :id) as kept
                """)
            .param("id", held.id().value())
            .query(String.class)
            .single());
  }
}
