package jp.chukan.gateway.correction;

import static jp.chukan.gateway.replica.TestReplicas.HEAD_NAME;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.correction.CorrectionOutcome.Done;
import jp.chukan.gateway.correction.WantedChange.Correct;
import jp.chukan.gateway.replica.ReplicaDraft;
import jp.chukan.gateway.replica.ReplicaSnapshot;
import jp.chukan.gateway.replica.TestReplicas;
import jp.chukan.gateway.staff.Grant;
import jp.chukan.gateway.staff.GrantedFunction;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.TestGrants;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/** 「副本」 of fictitious persons, and the fictitious staff of 石巻市 who correct them. */
final class CorrectionBed {
  static final String WRITTEN = "架空 太郎の届出のとおり";
  static final StaffComment REASON = new StaffComment(WRITTEN);
  static final StaffComment PURPOSE = new StaffComment("副本の訂正");
  static final DepartmentCode DEPARTMENT = new DepartmentCode("3595115400");
  static final StaffIdentity ENTERER = staff("tantou-01", StaffRole.OFFICER);
  static final StaffIdentity CHECKER = staff("tantou-02", StaffRole.OFFICER);
  static final StaffIdentity SECOND_CHECKER = staff("kakari-01", StaffRole.APPROVER);
  static final StaffIdentity THIRD_CHECKER = staff("tantou-03", StaffRole.OFFICER);
  static final StaffIdentity APPROVER = staff("kachou-01", StaffRole.APPROVER);
  static final StaffIdentity OPERATOR =
      staff("unyou-01", StaffRole.OPERATOR, StaffRole.OFFICER, StaffRole.APPROVER);
  static final StaffIdentity AUDITOR = staff("kansa-01", StaffRole.AUDITOR);

  final TestDatabase database = TestDatabase.migrated();
  final TestReplicas replicas = TestReplicas.on(database);
  final CorrectionDesk desk = TestCorrections.on(replicas);
  private final TestGrants grants = TestGrants.on(database);
  private final AtomicInteger count = new AtomicInteger();

  CorrectionBed() {
    grantAll(GrantedFunction.PROVISION);
    // the data key of the institution is made at first use
    replicas.register("first", "1", "架空 最初");
  }

  void grantAll(GrantedFunction function) {
    grants.inForce(
        ISHINOMAKI,
        Stream.of(
                ENTERER,
                CHECKER,
                SECOND_CHECKER,
                THIRD_CHECKER,
                APPROVER,
                OPERATOR,
                AUDITOR,
                both())
            .map(
                who ->
                    new Grant(
                        who.user(),
                        DEPARTMENT,
                        ProvisionDraft.AFFAIR,
                        function,
                        TestReplicas.TODAY,
                        TestReplicas.TODAY,
                        "試験"))
            .toArray(Grant[]::new));
  }

  static StaffIdentity staff(String user, StaffRole... roles) {
    return new StaffIdentity(ISHINOMAKI, new UserId(user), DEPARTMENT, Set.of(roles), true);
  }

  /** Somebody who may do everything, but not twice with one proposal. */
  static StaffIdentity both() {
    return staff("kakarichou-01", StaffRole.OFFICER, StaffRole.APPROVER);
  }

  /** The same person, signed in with a password only. */
  static StaffIdentity withoutPasskey(StaffIdentity who) {
    return new StaffIdentity(who.institution(), who.user(), who.department(), who.roles(), false);
  }

  String freshAddressee() {
    return "9000000%08d".formatted(count.incrementAndGet());
  }

  /** A person whose 「副本」 came by message, with this name of the head. */
  String person(String headName) {
    String addressee = freshAddressee();
    if (replicas.register("REC-" + addressee, addressee, headName).isPresent()) {
      throw new AssertionError("refused");
    }
    return addressee;
  }

  RecordIdentificationNumber seen(String addressee) {
    return replicas.stored(addressee).orElseThrow().recordNumber();
  }

  Entry headName(String addressee, @Nullable String name) {
    Map<ItemCode, @Nullable String> items = new HashMap<ItemCode, @Nullable String>();
    items.put(HEAD_NAME, name);
    return correction(addressee, items);
  }

  Entry correction(String addressee, Map<ItemCode, @Nullable String> items) {
    var stored = replicas.stored(addressee).orElseThrow();
    return entry(
        addressee,
        new Correct(stored.recordNumber(), stored.publishedFrom(), stored.publishedTo(), items));
  }

  static Entry entry(String addressee, WantedChange wanted) {
    return new Entry(TestReplicas.key(addressee), wanted, REASON);
  }

  ReceptionNumber entered(Entry entry) {
    return done(desk.enter(ENTERER, entry)).number();
  }

  /** Entered and confirmed by two; version 3. */
  ReceptionNumber checked(Entry entry) {
    ReceptionNumber number = entered(entry);
    done(desk.confirm(CHECKER, number, 1, null));
    done(desk.confirm(SECOND_CHECKER, number, 2, null));
    return number;
  }

  static Done done(CorrectionOutcome outcome) {
    if (outcome instanceof Done done) {
      return done;
    }
    throw new AssertionError(outcome);
  }

  ProposalView.Shown shown(ReceptionNumber number) {
    return (ProposalView.Shown) desk.show(ENTERER, number, PURPOSE);
  }

  ProposalState state(ReceptionNumber number) {
    return desk.find(ENTERER, number).orElseThrow().state();
  }

  ReplicaSnapshot before(ReceptionNumber number) {
    return Objects.requireNonNull(shown(number).change().before());
  }

  ReplicaDraft after(ReceptionNumber number) {
    return Objects.requireNonNull(shown(number).change().after());
  }

  /** Kind, function, success and person of the operation log about this proposal, in order. */
  List<String> operations(ReceptionNumber number) {
    return database
        .everything()
        .sql(
            """
            select concat_ws(' ', kind, operation_function, succeeded, user_id, addressee_number,
                             purpose)
              from operation where target = ? order by id
            """)
        .param(number.value())
        .query(String.class)
        .list();
  }

  /** Everything that is kept of proposals as text, bytes as hexadecimal digits. */
  String everythingKept() {
    return Objects.requireNonNull(
        database
            .everything()
            .sql(
                """
                select string_agg(kept, ' ')
                  from (select p::text as kept from replica_proposal p
                        union all
                        select s::text from replica_proposal_step s) as kept
                """)
            .query(String.class)
            .single());
  }
}
