package jp.chukan.gateway.browser;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.console.TestOperationExport;
import jp.chukan.gateway.correction.CorrectionDesk;
import jp.chukan.gateway.correction.CorrectionOutcome;
import jp.chukan.gateway.correction.Entry;
import jp.chukan.gateway.correction.WantedChange;
import jp.chukan.gateway.kernel.Flow;
import jp.chukan.gateway.kernel.Flows;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.reconciliation.ReconciliationStates;
import jp.chukan.gateway.reconciliation.RegisterForm;
import jp.chukan.gateway.reconciliation.RegisterSubmission;
import jp.chukan.gateway.reconciliation.RegisterSubmission.Bringer;
import jp.chukan.gateway.replica.ReplicaKey;
import jp.chukan.gateway.staff.Grant;
import jp.chukan.gateway.staff.GrantedFunction;
import jp.chukan.gateway.staff.StaffBed;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.grant.ApplyForGrant;
import jp.chukan.gateway.staff.grant.GrantOutcome;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.RunningGateway;

/**
 * Something to see on every page of 石巻市: a held case with its record and its messages, a file of
 * inquiries, operations.
 *
 * @param held the case
 * @param colleague a 「担当者」 who has entered the proposal
 * @param reception 「受付番号」 of the file
 * @param application number of an application for a grant
 * @param proposal 「受付番号」 of what is proposed to become of a 「副本」
 * @param letter number of a dead letter
 * @param export number of an application for an export
 * @param leaf number of the leaf of its 「情報提供等記録」
 * @param reconciliation number of a comparison with the register
 * @param comparison number of a comparison of records
 * @param version of the 「照会許可照合リスト」 in force, which is the same for everybody
 */
record ConsoleContents(
    HeldCase held,
    UserId colleague,
    String reception,
    String application,
    String proposal,
    String letter,
    String export,
    String leaf,
    String reconciliation,
    String comparison,
    String version) {

  private static final int LETTER_NUMBER = 26;
  private static final String FRESH = "000007%09d";
  private static final AtomicInteger COUNT = new AtomicInteger();

  static ConsoleContents in(RunningGateway gateway) {
    HeldCase held = HeldCase.at(gateway, ISHINOMAKI);
    InstantSource clock = gateway.context().getBean(InstantSource.class);
    keepOperations(gateway, clock);
    StaffBed bed = new StaffBed(gateway);
    UserId colleague = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    WholeGrant.give(bed, ISHINOMAKI, colleague);
    return new ConsoleContents(
        held,
        colleague,
        insertInquiries(gateway, clock),
        applyForGrant(gateway, clock),
        propose(gateway, colleague),
        insertLetter(gateway, clock),
        applyForExport(gateway, clock),
        leafOf(gateway, held),
        compare(gateway),
        insertComparison(gateway, clock),
        versionInForce(gateway));
  }

  /** Where something of 石巻市 is to be seen or done; a number in it is one of 石巻市. */
  String addressOf(ConsoleMap.Entry entry) {
    return entry.hasNumber() ? entry.with(numberFor(entry)) : entry.pattern();
  }

  private String numberFor(ConsoleMap.Entry entry) {
    return Map.ofEntries(
            Map.entry("/console/approvals/", held.id()),
            Map.entry("/console/exchanges/", held.number()),
            Map.entry("/console/inquiries/", reception),
            Map.entry("/console/grant-applications/", application),
            Map.entry("/console/replicas/proposals/", proposal),
            Map.entry("/console/queues/dead-letters/", letter),
            Map.entry("/console/exports/", export),
            Map.entry("/console/records/", leaf),
            Map.entry("/console/reconciliations/", reconciliation),
            Map.entry("/console/record-comparisons/", comparison),
            Map.entry("/console/permission-list/versions/", version))
        .entrySet()
        .stream()
        .filter(sample -> entry.pattern().startsWith(sample.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no number is known for " + entry));
  }

  /** A number of the same form that nobody has. */
  String likeNobodys(ConsoleMap.Entry entry) {
    return numberFor(entry).replaceAll("[0-9]", "9");
  }

  /** The query that asks 照会許可照合リスト whether what is held was permitted. */
  String question() {
    ProvisionDraft draft = held.draft();
    return "inquirer=%s&affair=%s&procedure=%s&provider=%s&information=%s"
        .formatted(
            draft.inquirer, draft.affair, draft.procedure, draft.provider, draft.information);
  }

  private static String leafOf(RunningGateway gateway, HeldCase held) {
    return gateway
        .database()
        .everything()
        .sql("select max(leaf_id) from provision_record where processing_number = ?")
        .param(held.number())
        .query((row, index) -> "%018d".formatted(row.getLong(1)))
        .single();
  }

  private static void keepOperations(RunningGateway gateway, InstantSource clock) {
    OperationLog log = gateway.context().getBean(OperationLog.class);
    gateway
        .context()
        .getBean(InstitutionTransactions.class)
        .run(
            ISHINOMAKI,
            () -> {
              for (OperationKind kind : OperationKind.values()) {
                log.append(
                    new Operation(
                        ISHINOMAKI,
                        new UserId("kakuu-01"),
                        kind,
                        "console.records",
                        kind != OperationKind.LOGIN_FAILED,
                        null,
                        null,
                        "架空の目的",
                        clock.instant()));
              }
            });
  }

  private static String insertInquiries(RunningGateway gateway, InstantSource clock) {
    String reception = ProvisionDraft.freshNumber().value();
    gateway
        .database()
        .everything()
        .sql(
            """
            insert into inquiry_request values (:institution, :reception, 'FILE',
              'P640R110_' || :reception || '.DAT', sha256('x'), 2, :at, null);
            insert into inquiry (institution_code, processing_number, reception_number, line_number,
              state, error_code, received_at, answer_until)
            values (:institution, :one, :reception, 1, 'SENT', null, :at, :until),
                   (:institution, :other, :reception, 2, 'REFUSED', 'SKI-0206', :at, :until)
            """)
        .param("institution", ISHINOMAKI.value())
        .param("reception", reception)
        .param("one", ProvisionDraft.freshNumber().value())
        .param("other", ProvisionDraft.freshNumber().value())
        .param("at", clock.instant().minusSeconds(7200).atOffset(ZoneOffset.UTC))
        .param("until", clock.instant().plusSeconds(3600).atOffset(ZoneOffset.UTC))
        .update();
    return reception;
  }

  private static String applyForGrant(RunningGateway gateway, InstantSource clock) {
    StaffBed bed = new StaffBed(gateway);
    UserId user = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    LocalDate today = JapanDay.of(clock.instant());
    GrantOutcome outcome =
        gateway
            .context()
            .getBean(ApplyForGrant.class)
            .apply(
                StaffBed.administrator(ISHINOMAKI, "applicant"),
                new Grant(
                    user,
                    StaffBed.DEPARTMENT,
                    new AffairCode("JM01000000001000"),
                    GrantedFunction.INQUIRY,
                    today,
                    today,
                    "架空の理由"));
    assertThat(outcome).isInstanceOf(GrantOutcome.Done.class);
    return String.valueOf(((GrantOutcome.Done) outcome).application());
  }

  /** Enters what nobody has checked yet. */
  private static String propose(RunningGateway gateway, UserId user) {
    CorrectionOutcome outcome =
        gateway
            .context()
            .getBean(CorrectionDesk.class)
            .enter(
                StaffBed.identity(ISHINOMAKI, user.value(), StaffRole.OFFICER),
                new Entry(
                    new ReplicaKey(
                        new UnifiedAddresseeNumber(FRESH.formatted(COUNT.incrementAndGet())),
                        ProvisionDraft.RESIDENT_RECORD,
                        new ItemCode("TK00000000000100"),
                        "1"),
                    new WantedChange.Register(
                        LocalDate.parse("2026-04-01"),
                        null,
                        ResponseMode.AUTOMATIC,
                        Map.of(
                            ProvisionDraft.HEAD_FLAG, "0",
                            ProvisionDraft.HEAD_NAME, "架空 世帯主",
                            ProvisionDraft.RELATIONSHIP, "子")),
                    new StaffComment("架空の届出のとおり")));
    assertThat(outcome).isInstanceOf(CorrectionOutcome.Done.class);
    return ((CorrectionOutcome.Done) outcome).number().value();
  }

  private static String insertLetter(RunningGateway gateway, InstantSource clock) {
    String number = ProvisionDraft.freshNumber().value().substring(0, LETTER_NUMBER);
    gateway
        .database()
        .everything()
        .sql(
            """
            insert into dead_letter (institution_code, letter_number, message_id, kind, attempts,
              taken_over_at, died_at, state, body)
            values (:institution, :number, :number, 'ANSWER', 10, :at, :at, 'KEPT', '')
            """)
        .param("institution", ISHINOMAKI.value())
        .param("number", number)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return number;
  }

  /** About one person, by somebody whose rows of today are used up. */
  private static String applyForExport(RunningGateway gateway, InstantSource clock) {
    UserId user = StaffBed.freshUser();
    UnifiedAddresseeNumber person = new UnifiedAddresseeNumber("900000000000001");
    gateway
        .database()
        .everything()
        .sql(
            """
            insert into export_taking (institution_code, user_id, kind, row_count, taken_at)
            values (?, ?, 'OPERATIONS', 1000000, ?)
            """)
        .params(ISHINOMAKI.value(), user.value(), clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    gateway
        .context()
        .getBean(InstitutionTransactions.class)
        .run(
            ISHINOMAKI,
            () ->
                gateway
                    .context()
                    .getBean(OperationLog.class)
                    .append(
                        new Operation(
                            ISHINOMAKI,
                            new UserId("kakuu-01"),
                            OperationKind.VIEW,
                            "console.records",
                            true,
                            null,
                            person,
                            "架空の目的",
                            clock.instant().minusSeconds(1))));
    return TestOperationExport.apply(
        gateway, StaffBed.identity(ISHINOMAKI, user.value(), StaffRole.ADMINISTRATOR), person);
  }

  /** Compares a register that has somebody of whom there is no 「副本」. */
  private static String compare(RunningGateway gateway) {
    String register =
        "IntegratedAddressNumber,DataSetRecordKey,%s,%s\r\n%s,1,0,架空 世帯主\r\n"
            .formatted(
                ProvisionDraft.HEAD_FLAG,
                ProvisionDraft.HEAD_NAME,
                FRESH.formatted(COUNT.incrementAndGet()));
    String number =
        gateway
            .context()
            .getBean(Flows.class)
            .call(
                Flow.TAKE_REGISTER_FILE,
                ISHINOMAKI,
                new RegisterSubmission(
                    Bringer.client("of-a-test"),
                    ProvisionDraft.RESIDENT_RECORD,
                    List.of(),
                    RegisterForm.CSV,
                    new ByteArrayInputStream(register.getBytes(StandardCharsets.UTF_8))),
                ReceptionNumber.class)
            .value();
    ReconciliationStates states = gateway.context().getBean(ReconciliationStates.class);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                states.find(ISHINOMAKI, new ReceptionNumber(number)).orElseThrow().one().counts()
                    != null);
    return number;
  }

  /** One that found each kind of thing. */
  private static String insertComparison(RunningGateway gateway, InstantSource clock) {
    return gateway
        .database()
        .everything()
        .sql(
            """
            with report as (
              insert into record_comparison (institution_code, day, compared_at, own_records,
                network_records, other_records, open_records, findings)
              values (:institution, '2026-04-01', :at, 10, 11, 9, 1, 2)
              returning institution_code, comparison),
            found as (
              insert into record_comparison_finding (institution_code, comparison, position, kind,
                keeper, processing_number, field, here, there)
              select institution_code, comparison, position, kind, 'NETWORK', :number, field, here,
                     there
                from report,
                     (values (1, 'MISSING_HERE', null, null, null),
                             (2, 'DIFFERENT', 'OUTCOME', 'PROVIDED', 'REFUSED'))
                       as one (position, kind, field, here, there))
            select lpad(comparison::text, 18, '0') from report
            """)
        .param("institution", ISHINOMAKI.value())
        .param("number", ProvisionDraft.freshNumber().value())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .query(String.class)
        .single();
  }

  private static String versionInForce(RunningGateway gateway) {
    return gateway
        .database()
        .everything()
        .sql("select max(version) from permission_matching_list")
        .query(String.class)
        .single();
  }
}
