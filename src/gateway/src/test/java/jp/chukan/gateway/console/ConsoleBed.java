package jp.chukan.gateway.console;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.crypto.RevocationKnowledge;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.document.PermittedInquiry;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.BasicInformationResponse.BasicInformation;
import jp.chukan.gateway.access.ClientIdentity;
import jp.chukan.gateway.access.RegisteredClients;
import jp.chukan.gateway.access.SeenCertificates;
import jp.chukan.gateway.approval.ApprovalOverview;
import jp.chukan.gateway.approval.WaitingTimes;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.audit.OperationSearch;
import jp.chukan.gateway.correction.CorrectionDesk;
import jp.chukan.gateway.correction.TestCorrections;
import jp.chukan.gateway.crypto.CertificateFacts;
import jp.chukan.gateway.crypto.CertificateUse;
import jp.chukan.gateway.crypto.DataKeys;
import jp.chukan.gateway.crypto.InstalledCertificates;
import jp.chukan.gateway.crypto.TestAuthorities;
import jp.chukan.gateway.crypto.revocation.TestRevocations;
import jp.chukan.gateway.deadletter.TestDeadLetters;
import jp.chukan.gateway.export.TestExports;
import jp.chukan.gateway.inquiry.InquiryOverview;
import jp.chukan.gateway.inquiry.TestInquiryOverview;
import jp.chukan.gateway.institution.InstitutionSearch;
import jp.chukan.gateway.institution.TestInstitutions;
import jp.chukan.gateway.job.JobNode;
import jp.chukan.gateway.kernel.RowCursor;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.layout.StandardLayouts;
import jp.chukan.gateway.municipal.DirectoryAnswer;
import jp.chukan.gateway.operation.PartsHealth;
import jp.chukan.gateway.operation.QueueDepths;
import jp.chukan.gateway.operation.QueueDepths.QueueDepth;
import jp.chukan.gateway.permission.AffairNames;
import jp.chukan.gateway.permission.PermissionListDifference;
import jp.chukan.gateway.permission.PermissionListVersions;
import jp.chukan.gateway.permission.TestPermissionLists;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.record.RecordExtract;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import jp.chukan.gateway.record.RecordStatistics;
import jp.chukan.gateway.record.comparison.RecordComparisons;
import jp.chukan.gateway.record.comparison.TestRecordComparisons;
import jp.chukan.gateway.record.seal.TestEvidence;
import jp.chukan.gateway.replica.TestReplicas;
import jp.chukan.gateway.staff.Grant;
import jp.chukan.gateway.staff.GrantedFunction;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.TestGrants;
import jp.chukan.gateway.staff.account.PendingAccounts;
import jp.chukan.gateway.staff.door.TestDoor;
import jp.chukan.gateway.testing.TestDatabase;
import jp.chukan.gateway.testing.TestKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.DefaultHealthContributorRegistry;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.HealthEndpointGroups;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.test.web.servlet.setup.StandaloneMockMvcBuilder;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The pages on a real database and with the real templates, without the rest of the server. */
final class ConsoleBed {
  static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  static final String NUMBER = "PN20261102000001";
  static final String RECEPTION = "RC20261102000001";
  static final String EVIL = "<script>alert(1)</script>";
  static final String LINKAGE = "fictitious-linkage-code-0001";
  static final UnifiedAddresseeNumber PERSON = new UnifiedAddresseeNumber("900000000000001");
  static final AffairCode AFFAIR = new AffairCode("JM01000000001000");
  static final ProcedureCode PROCEDURE = new ProcedureCode("JT01010000001001");
  static final SpecificPersonalInformationCode INFORMATION =
      new SpecificPersonalInformationCode("TM00000000000001");

  static final BasicInformation SOMEBODY =
      new BasicInformation("架空 太郎", "架空町1番地", java.time.LocalDate.of(1980, 1, 1), "1");

  final TestDatabase database = TestDatabase.migrated();
  final OperationLog log = new OperationLog(database.jdbc());
  final TestReplicas replicas = TestReplicas.on(database);
  final TestGrants grants = TestGrants.on(database);
  final CorrectionDesk corrections = TestCorrections.on(replicas);
  final MockMvc mvc;

  private final InstantSource clock = InstantSource.fixed(NOW);
  private final TestPermissionLists lists = TestPermissionLists.on(database, clock);
  private final TestInstitutions institutions = TestInstitutions.on(database, clock);
  final TestDeadLetters letters = TestDeadLetters.on(database, lists.lists(), clock);
  final JobNode jobs = new JobNode(database, "node-01", clock);
  private boolean full;
  private final ProvisionRecords records = new ProvisionRecords(database.jdbc());
  private final CommunicationLog communications = new CommunicationLog(database.jdbc());

  ConsoleBed() {
    ServedInstitutions served =
        new ServedInstitutions(
            List.of(
                new ServedInstitutions.Institution(
                    ISHINOMAKI,
                    "宮城県石巻市",
                    new SystemIdentifier("T000104202"),
                    URI.create("https://localhost")),
                new ServedInstitutions.Institution(
                    TestKeys.TSUKUBA,
                    "茨城県つくば市",
                    new SystemIdentifier("T000108220"),
                    URI.create("https://localhost"))));
    ApprovalOverview approvals = new ApprovalOverview(database.jdbc(), grants.grants());
    InquiryOverview inquiries = TestInquiryOverview.on(database);
    InstitutionSearch found = new InstitutionSearch(database.jdbc(), clock);
    StandardLayouts layouts = replicas.layouts();
    Names names = new Names(found, layouts, clock);
    var tx = database.transactions();
    RecordSheet recordSheet =
        new RecordSheet(new RecordExtract(new RowCursor(database.dataSource())), names, messages());
    TestExports exports = TestExports.on(database, replicas.cipher(), clock, List.of(recordSheet));
    RecordsPage recordsPage = new RecordsPage(records, names, tx);
    Persons persons = new Persons((institution, number) -> new DirectoryAnswer.Found(SOMEBODY));
    OpenReplicas open = new OpenReplicas(corrections, persons);
    ReplicasPage search = new ReplicasPage(corrections, open, names);
    QueueDepths queues =
        () ->
            full
                ? List.of(
                    new QueueDepth(
                        "network.answer.0220104202101700", 3, 2, 4, NOW.minusSeconds(60)),
                    new QueueDepth("provision.request." + ISHINOMAKI, 0, 0, 2, null))
                : List.of();
    X509Certificate root = TestAuthority.at(NOW).rootCertificate();
    KeyLook keys =
        new KeyLook(
            certificates(),
            clients(),
            TestRevocations.none(clock, root),
            TestAuthorities.lists(database, List.of(root), RevocationKnowledge.notAsked(), clock),
            clock);
    LocaleResolver languages = ConsoleWebConfiguration.localeResolver();
    ThymeleafViewResolver views = views();
    StandaloneMockMvcBuilder pages =
        MockMvcBuilders.standaloneSetup(
                new HomePage(
                    approvals,
                    corrections,
                    inquiries,
                    exports.exports,
                    lists.lists(),
                    institutions.institutions(),
                    new HomeConcerns(
                        approvals,
                        inquiries,
                        lists.lists(),
                        institutions.institutions(),
                        letters.letters,
                        keys,
                        new PendingAccounts(database.jdbc()),
                        TestEvidence.on(database, clock),
                        jobs.jobs,
                        TestRecordComparisons.overview(database),
                        served,
                        tx,
                        clock),
                    tx,
                    clock),
                search,
                new ReplicaEntryPage(corrections, open, search),
                new ReplicaProposalPage(corrections, persons, names),
                new ReplicaRevisionPage(corrections, persons),
                new InquiriesPage(inquiries, tx),
                recordsPage,
                new RecordExports(
                    recordsPage, recordSheet, exports.ask, new ExportAnswers(clock), clock),
                new RecordComparisonsPage(new RecordComparisons(database.jdbc()), tx, clock),
                new ExportsPage(exports.exports, clock),
                new ExchangePage(communications, records, inquiries, names, tx),
                new PermissionListPage(
                    lists.lists(), new PermissionListVersions(database.jdbc()), tx, clock),
                new InstitutionsPage(institutions.institutions(), found, layouts, tx, clock),
                new OperationsPage(new OperationSearch(database.jdbc()), log, tx, clock),
                new HealthPage(parts(), queues),
                new QueuesPage(queues, letters.letters, served, tx),
                new DeadLetterPage(letters.letters, letters.decide, tx),
                new JobsPage(jobs.jobs, jobs.orders, served),
                new KeysPage(keys, new DataKeys(database.jdbc()), tx, clock),
                new PermissionDifferencePage(
                    new PermissionListDifference(database.jdbc()), names, tx),
                new StatisticsPage(
                    new StatisticsLook(
                        new RecordStatistics(database.jdbc()),
                        new WaitingTimes(database.jdbc()),
                        log,
                        served,
                        tx,
                        clock),
                    affairs(),
                    names,
                    clock),
                new UnknownPage())
            .setLocaleResolver(languages)
            .addInterceptors(
                new LanguageSwitch(Set.of(java.util.Locale.JAPANESE, java.util.Locale.ENGLISH)),
                new ConsoleFrames(served, new JapanTimes(clock), affairs()))
            .setViewResolvers(views);
    mvc = TestDoor.before(pages, views, languages).build();
  }

  static StaffIdentity staff(StaffRole... roles) {
    return staff(ISHINOMAKI, roles);
  }

  static StaffIdentity staff(InstitutionCode institution, StaffRole... roles) {
    return new StaffIdentity(
        institution,
        new UserId("test-user-01"),
        new DepartmentCode("3595115400"),
        Set.of(roles),
        true);
  }

  /** One of everything, with texts that a browser must not run. */
  void fill() {
    full = true;
    letters.answerDies(ISHINOMAKI, "ID:dead", NUMBER);
    institutions.inForce(ISHINOMAKI, TestKeys.STRANGER);
    lists.inForce(
        1,
        new PermittedInquiry(
            TestKeys.STRANGER,
            AFFAIR,
            PROCEDURE,
            ISHINOMAKI,
            INFORMATION,
            java.time.LocalDate.of(2026, 4, 1),
            java.time.LocalDate.of(2027, 3, 31)));
    grants.inForce(ISHINOMAKI, grant(AFFAIR));
    database.transactions().run(ISHINOMAKI, this::fillLogs);
    for (int i = 1; i <= 3; i++) {
      fillCase("PN2026110200000" + i, "CASE000" + i, NOW.plusSeconds(5400L * i));
    }
    fillInquiries();
    ended(ISHINOMAKI, "ENDED001", 90, NOW.minusSeconds(86_400));
  }

  /** What lets {@link #staff} decide the cases of this 「事務」. */
  static Grant grant(AffairCode affair) {
    return new Grant(
        staff().user(),
        staff().department(),
        affair,
        GrantedFunction.PROVISION,
        java.time.LocalDate.of(2026, 4, 1),
        java.time.LocalDate.of(2027, 3, 31),
        "試験");
  }

  /** One certificate of each institution and one of the server, all with an end in sight. */
  private static InstalledCertificates certificates() {
    return new InstalledCertificates(
        List.of(certificate(CertificateUse.TLS_SERVER, TestKeys.PLATFORM, "5e12e1", 45)),
        Map.of(
            ISHINOMAKI,
            List.of(
                certificate(CertificateUse.SIGNING, ISHINOMAKI, "15a1", 6),
                certificate(CertificateUse.DECRYPTION, ISHINOMAKI, "15a2", 200)),
            TestKeys.TSUKUBA,
            List.of(certificate(CertificateUse.SIGNING, TestKeys.TSUKUBA, "75b1", 200))));
  }

  private static CertificateFacts certificate(
      CertificateUse use, InstitutionCode holder, String serial, int days) {
    return new CertificateFacts(
        use,
        holder,
        "EC 256 / SHA256withECDSA",
        serial,
        "CN=of a test",
        "key-id-" + serial,
        NOW.minusSeconds(86_400),
        NOW.plusSeconds(86_400L * days));
  }

  private static SeenCertificates clients() {
    return new SeenCertificates(
        new RegisteredClients(
            List.of(
                new ClientIdentity(
                    "client-of-ishinomaki", ISHINOMAKI, ClientIdentity.Role.MUNICIPAL),
                new ClientIdentity(
                    "client-of-network", TestKeys.NETWORK, ClientIdentity.Role.NETWORK))));
  }

  /** A case of the institution that ran out after so many minutes. */
  void ended(InstitutionCode institution, String caseId, long minutes, Instant at) {
    database
        .everything()
        .sql(
            """
            insert into provision_request values (:institution, :case, sha256('x'), :at);
            insert into approval_case (institution_code, case_id, processing_number, inquirer_code,
              affair_code, information_code, reason, state, received_at, permit_expires_at, request)
            values (:institution, :case, :case, :institution, :affair, :information, 'FLAGGED',
              'EXPIRED', :received, :at, '');
            insert into approval_step (institution_code, case_id, version, action, state,
              withheld_items, occurred_at)
            values (:institution, :case, 1, 'EXPIRE', 'EXPIRED', '{}', :at)
            """)
        .param("institution", institution.value())
        .param("case", caseId)
        .param("affair", AFFAIR.value())
        .param("information", INFORMATION.value())
        .param("received", at.minusSeconds(60 * minutes).atOffset(ZoneOffset.UTC))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** A newer list is in force. */
  void list(int version, PermittedInquiry... entries) {
    lists.inForce(version, entries);
  }

  /** Number of the dead letter. */
  String letter() {
    return database
        .everything()
        .sql("select letter_number from dead_letter")
        .query(String.class)
        .single();
  }

  private void fillLogs() {
    records.append(
        List.of(
            provisionRecord(NUMBER, RecordOutcome.AWAITING_APPROVAL, null, NOW.minusSeconds(7200)),
            provisionRecord(
                "PN20261101000009",
                RecordOutcome.REFUSED,
                ErrorCode.TKY_NOT_ON_LIST.id(),
                NOW.minusSeconds(90_000)),
            provisionRecord(
                "PN20261101000008", RecordOutcome.PROVIDED, null, NOW.minusSeconds(180_000)),
            provisionRecord(
                "PN20261101000007", RecordOutcome.PROVIDED, null, NOW.minusSeconds(180_500))));
    communications.append(
        List.of(
            communication(Communication.Direction.RECEIVED, null, NOW.minusSeconds(7201)),
            communication(
                Communication.Direction.SENT, ErrorCode.TKY_NOT_ON_LIST, NOW.minusSeconds(7100))));
    for (OperationKind kind : OperationKind.values()) {
      log.append(
          new Operation(
              ISHINOMAKI,
              new UserId("test-user-02"),
              kind,
              "console.records",
              kind != OperationKind.LOGIN_FAILED,
              NUMBER,
              kind == OperationKind.VIEW ? PERSON : null,
              EVIL,
              NOW.minusSeconds(60)));
    }
  }

  static ProvisionRecord provisionRecord(
      String number, RecordOutcome outcome, @Nullable String error, Instant at) {
    return new ProvisionRecord(
        ISHINOMAKI,
        RecordSide.PROVIDER,
        new ProcessingNumber(number),
        TestKeys.STRANGER,
        ISHINOMAKI,
        AFFAIR,
        PROCEDURE,
        INFORMATION,
        List.of(new ItemCode("TK00000000000101")),
        new LinkageCode(LINKAGE),
        null,
        null,
        at,
        at,
        at,
        outcome,
        error);
  }

  private static Communication communication(
      Communication.Direction direction, @Nullable ErrorCode error, Instant at) {
    return new Communication(
        ISHINOMAKI, direction, TestKeys.NETWORK, "ProvisionRequest", NUMBER, error, at);
  }

  private void fillCase(String number, String caseId, Instant expires) {
    database
        .everything()
        .sql(
            """
            insert into provision_request values (:institution, :number, sha256('x'), :at);
            insert into approval_case (institution_code, case_id, processing_number, inquirer_code,
              affair_code, information_code, reason, state, received_at, permit_expires_at, request)
            values (:institution, :case, :number, :inquirer, :affair, :information, 'FLAGGED',
              'AWAITING', :at, :expires, '')
            """)
        .param("institution", ISHINOMAKI.value())
        .param("number", number)
        .param("case", caseId)
        .param("inquirer", TestKeys.STRANGER.value())
        .param("affair", AFFAIR.value())
        .param("information", INFORMATION.value())
        .param("at", NOW.minusSeconds(7200).atOffset(ZoneOffset.UTC))
        .param("expires", expires.atOffset(ZoneOffset.UTC))
        .update();
  }

  private void fillInquiries() {
    database
        .everything()
        .sql(
            """
            insert into inquiry_request values (:institution, :reception, 'FILE', :name,
              sha256('x'), 2, :at, null);
            insert into inquiry (institution_code, processing_number, reception_number, line_number,
              state, error_code, received_at, answer_until)
            values (:institution, 'PN20261102000011', :reception, 1, 'SENT', null, :at, :until),
                   (:institution, 'PN20261102000012', :reception, 2, 'REFUSED', 'SKI-0206', :at,
                    :until)
            """)
        .param("institution", ISHINOMAKI.value())
        .param("reception", RECEPTION)
        .param("name", EVIL)
        .param("at", NOW.minusSeconds(7200).atOffset(ZoneOffset.UTC))
        .param("until", NOW.minusSeconds(3600).atOffset(ZoneOffset.UTC))
        .update();
  }

  private static PartsHealth parts() {
    Map<String, HealthIndicator> indicators =
        Map.of("db", () -> Health.up().build(), "jms", () -> Health.down().build());
    return new PartsHealth(
        new HealthEndpoint(
            new DefaultHealthContributorRegistry(Map.copyOf(indicators)),
            HealthEndpointGroups.of(new EveryPart(), Map.of()),
            null));
  }

  private static AffairLabels affairs() {
    try {
      return new AffairLabels(new AffairNames(new ClassPathResource("affairs/names.csv")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ResourceBundleMessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    return messages;
  }

  private static ThymeleafViewResolver views() {
    ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
    templates.setPrefix("templates/");
    templates.setSuffix(".html");
    templates.setTemplateMode(TemplateMode.HTML);
    templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(templates);
    engine.setTemplateEngineMessageSource(messages());
    ThymeleafViewResolver resolver = new ThymeleafViewResolver();
    resolver.setTemplateEngine(engine);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    return resolver;
  }
}
