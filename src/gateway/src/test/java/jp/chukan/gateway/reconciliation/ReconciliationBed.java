package jp.chukan.gateway.reconciliation;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.chukan.contract.attachment.RegistrationAttachmentWriter;
import jp.chukan.contract.attachment.RegistrationRecord;
import jp.chukan.contract.attachment.ReplicaItem;
import jp.chukan.contract.attachment.Segment;
import jp.chukan.contract.attachment.SegmentPlace;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.correction.CorrectionDesk;
import jp.chukan.gateway.correction.TestCorrections;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.kernel.RowCursor;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.reconciliation.RegisterSubmission.Bringer;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.replica.TestReplicas;
import jp.chukan.gateway.staff.Grant;
import jp.chukan.gateway.staff.GrantedFunction;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.TestGrants;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** 「副本」 and registers of fictitious persons of 石巻市, and who compares them. */
final class ReconciliationBed {
  static final StaffComment PURPOSE = new StaffComment("副本と原本の突合");
  static final LocalDate FROM = LocalDate.parse("2026-10-01");
  static final StaffIdentity OFFICER = staff("tantou-01", StaffRole.OFFICER);
  static final StaffIdentity CHECKER = staff("tantou-02", StaffRole.OFFICER);
  static final StaffIdentity SECOND_CHECKER = staff("kakari-01", StaffRole.APPROVER);
  static final StaffIdentity APPROVER = staff("kachou-01", StaffRole.APPROVER);
  static final StaffIdentity UNGRANTED = staff("tantou-09", StaffRole.OFFICER);
  static final int MOST_FINDINGS = 40;
  static final int MOST_RECORDS = 60_000;

  final TestDatabase database = TestDatabase.migrated();
  final TestReplicas replicas = TestReplicas.on(database);
  final CorrectionDesk corrections = TestCorrections.on(replicas);
  final ReconciliationDesk desk;
  final TakeRegisterFile take;
  final CompareRegister compare;
  final ReplicaFile file;
  final FindingFile findingFile;
  private final Reconciliations reconciliations = new Reconciliations(database.jdbc());
  private final Findings findings;
  private final ReconciliationSettings settings =
      new ReconciliationSettings(
          DataSize.ofMegabytes(200), MOST_RECORDS, MOST_FINDINGS, Duration.ofDays(30));

  ReconciliationBed() {
    InstantSource clock = InstantSource.fixed(TestReplicas.NOW);
    RowCursor cursor = new RowCursor(database.dataSource());
    OperationLog operations = new OperationLog(database.jdbc());
    StagedRegister staged = new StagedRegister(database.jdbc(), cursor, replicas.cipher());
    findings = new Findings(database.jdbc(), cursor, replicas.cipher());
    take =
        new TakeRegisterFile(
            replicas.layouts(),
            staged,
            reconciliations,
            settings,
            operations,
            new CommunicationLog(database.jdbc()),
            database.transactions(),
            new SerialNumbers(clock, new SecureRandom()),
            clock);
    compare =
        new CompareRegister(
            reconciliations,
            staged,
            replicas.extract(),
            findings,
            settings,
            database.transactions(),
            clock);
    desk =
        new ReconciliationDesk(
            corrections,
            reconciliations,
            findings,
            staged,
            new ProposeRepairs(corrections, replicas.byHand(), findings, database.transactions()),
            operations,
            database.transactions(),
            clock);
    file = new ReplicaFile(replicas.extract(), replicas.layouts(), clock);
    findingFile = new FindingFile(reconciliations, findings);
    grant(OFFICER, CHECKER, SECOND_CHECKER, APPROVER);
  }

  private void grant(StaffIdentity... staff) {
    TestGrants.on(database)
        .inForce(
            ISHINOMAKI,
            Stream.of(staff)
                .map(
                    who ->
                        new Grant(
                            who.user(),
                            who.department(),
                            ProvisionDraft.AFFAIR,
                            GrantedFunction.PROVISION,
                            TestReplicas.TODAY,
                            TestReplicas.TODAY,
                            "試験"))
                .toArray(Grant[]::new));
  }

  static StaffIdentity staff(String user, StaffRole... roles) {
    return new StaffIdentity(
        ISHINOMAKI, new UserId(user), new DepartmentCode("3595115400"), Set.of(roles), true);
  }

  /** What removes findings, so much later. */
  RemoveFindings removing(Duration later) {
    return new RemoveFindings(
        reconciliations,
        findings,
        settings,
        database.transactions(),
        InstantSource.fixed(TestReplicas.NOW.plus(later)));
  }

  /** One record as the register and the municipality's system write it. */
  static RegistrationRecord record(
      String addressee, String recordKey, LocalDate from, @Nullable LocalDate to, String... items) {
    List<ReplicaItem> values = new ArrayList<>();
    for (int i = 0; i < items.length; i += 2) {
      String value = items[i + 1];
      values.add(
          value.isEmpty()
              ? new ReplicaItem(new ItemCode(items[i]), null, null, null)
              : new ReplicaItem(
                  new ItemCode(items[i]), value, "1", Instant.parse("2026-10-01T00:00:00Z")));
    }
    return new RegistrationRecord(
        new RecordIdentificationNumber("R" + addressee + "X" + recordKey),
        new UnifiedAddresseeNumber(addressee),
        TestReplicas.HOUSEHOLD,
        TestReplicas.DATA_SET,
        recordKey,
        new LayoutEdition("1"),
        null,
        from,
        to,
        null,
        null,
        null,
        values);
  }

  /** A member of the household of this head. */
  static RegistrationRecord member(String addressee, String headName) {
    return member(addressee, headName, "子");
  }

  static RegistrationRecord member(String addressee, String headName, String relation) {
    return record(
        addressee,
        "1",
        FROM,
        null,
        TestReplicas.IS_HEAD.value(),
        "0",
        TestReplicas.HEAD_NAME.value(),
        headName,
        TestReplicas.RELATION.value(),
        relation);
  }

  static byte[] xml(RegistrationRecord... records) {
    return xml(Segment.REGISTRATION, records);
  }

  static byte[] xml(Segment segment, RegistrationRecord... records) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (RegistrationAttachmentWriter writer =
        new RegistrationAttachmentWriter(bytes, segment, SegmentPlace.AFTER_RECORDS)) {
      for (RegistrationRecord record : records) {
        writer.write(record);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The 「副本」 of 石巻市 become these, by message. */
  void stored(RegistrationRecord... records) {
    stored(ISHINOMAKI, records);
  }

  void stored(InstitutionCode institution, RegistrationRecord... records) {
    List<String> refused = replicas.register(institution, xml(records));
    if (!refused.isEmpty()) {
      throw new AssertionError(refused);
    }
  }

  ReceptionNumber take(RegisterForm form, byte[] content, String... items) {
    return take(form, new ByteArrayInputStream(content), items);
  }

  ReceptionNumber take(RegisterForm form, InputStream content, String... items) {
    return take.take(
        ISHINOMAKI,
        new RegisterSubmission(
            Bringer.person(OFFICER.user(), PURPOSE.text()),
            TestReplicas.HOUSEHOLD,
            Stream.of(items).map(ItemCode::new).toList(),
            form,
            content));
  }

  /** The register's file is taken and compared. */
  Reconciliation compared(RegisterForm form, byte[] content, String... items) {
    ReceptionNumber number = take(form, content, items);
    compare.compare(ISHINOMAKI, JobProgress.unfollowed());
    return view(number).one();
  }

  Reconciliation compared(RegistrationRecord... register) {
    return compared(RegisterForm.XML, xml(register));
  }

  static byte[] bytes(String csv) {
    return csv.getBytes(StandardCharsets.UTF_8);
  }

  ReconciliationView view(ReceptionNumber number) {
    return desk.find(OFFICER, number).orElseThrow();
  }

  /** Missing, extra, different, equal. */
  static List<Integer> counts(Reconciliation one) {
    Reconciliation.Counts counts = Objects.requireNonNull(one.counts());
    return List.of(counts.missing(), counts.extra(), counts.different(), counts.equal());
  }

  List<ShownFinding> look(ReceptionNumber number) {
    return desk.look(OFFICER, new FindingSelection(number, null, null), 0, 50, PURPOSE);
  }

  /** The 「副本」 as a file. */
  byte[] written(RegisterForm form, String... items) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    database
        .transactions()
        .run(
            ISHINOMAKI,
            () ->
                file.write(
                    ISHINOMAKI,
                    TestReplicas.HOUSEHOLD,
                    Stream.of(items).map(ItemCode::new).toList(),
                    form,
                    out));
    return out.toByteArray();
  }

  int rows(String table) {
    return database.everything().sql("select count(*) from " + table).query(Integer.class).single();
  }

  /** Takes everything out again: a database of its own for each test would cost seconds. */
  void empty() {
    for (String table :
        List.of(
            "reconciliation_finding",
            "reconciliation_item",
            "reconciliation_staging",
            "reconciliation",
            "replica_proposal_step",
            "replica_proposal",
            "replica",
            "replica_record_number",
            "replica_message")) {
      database.everything().sql("delete from " + table).update();
    }
  }
}
