package jp.chukan.gateway.inquiry;

import static jp.chukan.gateway.testing.TestKeys.ADACHI;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.chukan.contract.code.AcquisitionPurpose;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.document.PermittedInquiry;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.inquiryfile.InquiryFileWriter;
import jp.chukan.contract.inquiryfile.InquiryLine;
import jp.chukan.contract.message.ExecutionMode;
import jp.chukan.contract.message.InquiryAcceptance;
import jp.chukan.contract.message.InquiryRequest;
import jp.chukan.contract.message.InquiryRequest.Inquiry;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.gateway.crypto.InstitutionDecryptionKeys;
import jp.chukan.gateway.crypto.MasterKeys;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import jp.chukan.gateway.crypto.TestInstalledKeys;
import jp.chukan.gateway.institution.Institutions;
import jp.chukan.gateway.institution.TestInstitutions;
import jp.chukan.gateway.kernel.CurrentTrace;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.kernel.SenderCheck;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.kernel.ServedInstitutions.Institution;
import jp.chukan.gateway.kernel.WaitingMessages;
import jp.chukan.gateway.limit.LimitSettings;
import jp.chukan.gateway.permission.PermissionMatchingLists;
import jp.chukan.gateway.permission.TestPermissionLists;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.staff.Grant;
import jp.chukan.gateway.staff.GrantedFunction;
import jp.chukan.gateway.staff.TestGrants;
import jp.chukan.gateway.testing.FailingDataSource;
import jp.chukan.gateway.testing.TestClock;
import jp.chukan.gateway.testing.TestDatabase;
import jp.chukan.gateway.testing.TestKeys;
import jp.chukan.gateway.testing.TestLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The accepting side of 「情報照会」 on a real database: 石巻市 may ask つくば市 for 住民票関係情報, and a clerk of it
 * holds the grant.
 */
final class IntakeBed implements AutoCloseable {
  static final AffairCode AFFAIR = new AffairCode("JM01000000001000");
  static final AffairCode UNLISTED = new AffairCode("JM01000000099000");
  static final InstitutionCode YOKOHAMA = new InstitutionCode("0220114100101700");
  static final InstitutionCode ABOLISHED = new InstitutionCode("0220199999101700");
  static final ProcedureCode PROCEDURE = new ProcedureCode("JT01010000001001");
  static final SpecificPersonalInformationCode HOUSEHOLD =
      new SpecificPersonalInformationCode("TM00000000000001");
  static final ItemCode IS_HEAD = new ItemCode("TK00000000000101");
  static final ItemCode HEAD_NAME = new ItemCode("TK00000000000102");
  static final ItemCode RELATION = new ItemCode("TK00000000000103");
  static final DepartmentCode DEPARTMENT = new DepartmentCode("3595115400");
  static final UserId CLERK = new UserId("clerk-1");
  static final SystemIdentifier SERVER = new SystemIdentifier("K000000001");
  static final SystemIdentifier ISHINOMAKI_SYSTEM = new SystemIdentifier("T000104202");
  static final SystemIdentifier TSUKUBA_SYSTEM = new SystemIdentifier("T000108220");

  final Path folder = temporaryFolder();
  final FailingDataSource dataSource;
  final TestClock clock = new TestClock();
  final TestDatabase database = TestDatabase.migrated();
  final TestPermissionLists lists = TestPermissionLists.on(database, clock);
  private final TestInstitutions institutions;
  final TestGrants grants = TestGrants.on(database);

  private final AnnotationConfigApplicationContext context;
  private final AtomicInteger messages = new AtomicInteger();
  private int listVersion;

  /** Messages that wait in each queue of the broker. */
  volatile long inTheBroker;

  IntakeBed() {
    this(true);
  }

  /** As a server before its first 「機関マスタ」. */
  static IntakeBed withoutMaster() {
    return new IntakeBed(false);
  }

  private IntakeBed(boolean master) {
    if (master) {
      putTheMasterInForce();
    }
    institutions = TestInstitutions.on(database, clock);
    dataSource = new FailingDataSource(database.dataSource());
    context = start();
    for (InstitutionCode institution : List.of(ISHINOMAKI, TSUKUBA)) {
      grants.inForce(
          institution,
          grant(CLERK, AFFAIR, GrantedFunction.INQUIRY),
          grant(CLERK, UNLISTED, GrantedFunction.INQUIRY),
          grant(new UserId("provider-1"), AFFAIR, GrantedFunction.PROVISION));
    }
  }

  /** All of them are known, and one of them was abolished. */
  private void putTheMasterInForce() {
    TestInstitutions.on(database, clock).inForce(ISHINOMAKI, TSUKUBA, ADACHI, YOKOHAMA, ABOLISHED);
    database
        .everything()
        .sql("update institution_master_entry set valid_to = '2010-01-01' where code = ?")
        .param(ABOLISHED.value())
        .update();
  }

  private Grant grant(UserId user, AffairCode affair, GrantedFunction function) {
    LocalDate today = JapanDay.of(clock.instant());
    return new Grant(user, DEPARTMENT, affair, function, today, today, "試験のため");
  }

  private AnnotationConfigApplicationContext start() {
    AnnotationConfigApplicationContext started = new AnnotationConfigApplicationContext();
    started
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test",
                Map.of(
                    "chukan.system",
                    SERVER.value(),
                    "chukan.exchange-folder",
                    folder.toString(),
                    "chukan.inquiry.time-limit",
                    "72h",
                    "chukan.outbox.sweep",
                    "2s")));
    started.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
    // only what a test asks for is made: the packages hold more than these tests need
    started.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
    started.registerBean(DataSource.class, () -> dataSource);
    started.registerBean(
        PlatformTransactionManager.class, () -> new DataSourceTransactionManager(dataSource));
    started.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
    started.registerBean(InstantSource.class, () -> clock);
    started.registerBean(SecureRandom.class, () -> new SecureRandom());
    started.registerBean(MasterKeys.class, () -> MasterKeys.of(TestKeys.masterKey()));
    started.registerBean(
        InstitutionDecryptionKeys.class,
        () ->
            TestInstalledKeys.decryptionKeys(
                TestKeys.in(folder.resolve("keys")), clock, ISHINOMAKI, TSUKUBA));
    started.registerBean(PermissionMatchingLists.class, lists::lists);
    started.registerBean(Institutions.class, institutions::institutions);
    started.registerBean(ServedInstitutions.class, IntakeBed::served);
    started.registerBean(LimitSettings.class, () -> TestLimits.ofDoors(TestLimits.GENEROUS));
    started.registerBean(WaitingMessages.class, () -> queue -> OptionalLong.of(inTheBroker));
    started.registerBean(SerialNumbers.class);
    started.registerBean(SenderCheck.class);
    started.registerBean(CurrentTrace.class, () -> () -> null);
    started.registerBean(InstitutionTransactions.class);
    started.registerBean(PersonalDataCipher.class);
    started.scan(
        "jp.chukan.gateway.inquiry",
        "jp.chukan.gateway.staff",
        "jp.chukan.gateway.audit",
        "jp.chukan.gateway.layout",
        "jp.chukan.gateway.linkagecode",
        "jp.chukan.gateway.record",
        "jp.chukan.gateway.network");
    started.refresh();
    return started;
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory(Path.of("target"), "exchange").toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServedInstitutions served() {
    return new ServedInstitutions(
        List.of(
            new Institution(
                ISHINOMAKI, "石巻市", ISHINOMAKI_SYSTEM, URI.create("https://localhost/hub")),
            new Institution(TSUKUBA, "つくば市", TSUKUBA_SYSTEM, URI.create("https://localhost/hub"))));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** The list that permits what the samples ask for, from the first day of this year on. */
  void permit() {
    permit(TSUKUBA);
  }

  void permit(InstitutionCode... providers) {
    lists.inForce(
        ++listVersion,
        Stream.of(providers)
            .flatMap(
                provider ->
                    Stream.of(ISHINOMAKI, TSUKUBA).map(inquirer -> entry(inquirer, provider)))
            .toArray(PermittedInquiry[]::new));
  }

  /** As {@link #permit()}, up to this day. */
  void permitUntil(LocalDate last) {
    lists.inForce(
        ++listVersion,
        new PermittedInquiry(
            ISHINOMAKI,
            AFFAIR,
            PROCEDURE,
            TSUKUBA,
            HOUSEHOLD,
            LocalDate.parse("2020-01-01"),
            last));
  }

  static PermittedInquiry entry(InstitutionCode inquirer, InstitutionCode provider) {
    return new PermittedInquiry(
        inquirer, AFFAIR, PROCEDURE, provider, HOUSEHOLD, LocalDate.parse("2020-01-01"), null);
  }

  /** Persons with these numbers get a 「符号」 of this institution, acquired for this purpose. */
  void bind(InstitutionCode institution, AcquisitionPurpose purpose, List<String> persons) {
    String[] numbers =
        persons.stream().map(n -> new UnifiedAddresseeNumber(n).value()).toArray(String[]::new);
    for (String insert :
        List.of(
            """
            insert into linkage_acquisition
            select :institution, person, 'ACQUISITION' || person, now()
              from unnest(:persons) as p (person)
            """,
            """
            insert into linkage_acquisition_record
            select :institution, 'R-' || person, person, 'JM01000000001000', :purpose, '1', 't', now()
              from unnest(:persons) as p (person)
            """,
            """
            insert into linkage_code
            select :institution, person, 'code-of-a-fictitious-person-' || person, now()
              from unnest(:persons) as p (person)
            """)) {
      database
          .everything()
          .sql(insert)
          .param("institution", institution.value())
          .param("purpose", purpose.name())
          .param("persons", numbers)
          .update();
    }
  }

  void bind(String... persons) {
    bind(ISHINOMAKI, AcquisitionPurpose.INFORMATION_LINKAGE, List.of(persons));
  }

  /** Takes every inquiry, record and communication out again. */
  void empty() {
    for (String table :
        List.of(
            "inquiry",
            "inquiry_folder_file",
            "inquiry_request",
            "outbox",
            "provision_record",
            "record_leaf",
            "communication",
            "linkage_code",
            "linkage_acquisition_record",
            "linkage_acquisition")) {
      database.everything().sql("delete from " + table).update();
    }
  }

  InquiryAcceptance accept(Inquiry... inquiries) {
    return accept(header(), inquiries);
  }

  InquiryAcceptance accept(MessageHeader header, Inquiry... inquiries) {
    return bean(AcceptInquiries.class).accept(ISHINOMAKI, request(header, inquiries));
  }

  static InquiryRequest request(MessageHeader header, Inquiry... inquiries) {
    return new InquiryRequest(
        header, new InquiryRequest.Body(DEPARTMENT, CLERK, List.of(inquiries)));
  }

  MessageHeader header() {
    return header("M-" + messages.incrementAndGet(), ISHINOMAKI_SYSTEM, SERVER);
  }

  static MessageHeader header(
      String messageId, SystemIdentifier source, SystemIdentifier destination) {
    return MessageHeader.request(
        new MessageId(messageId), InquiryRequest.TYPE_ID, source, destination);
  }

  static MessageHeader asTest(MessageHeader header) {
    return new MessageHeader(
        header.messageId(),
        header.messageTypeId(),
        ExecutionMode.TEST,
        header.source(),
        header.destination(),
        null,
        null);
  }

  /** An inquiry of 石巻市 at つくば市 that nobody could object to once the person has a 「符号」. */
  static Inquiry inquiry(String record, String person) {
    return inquiry(record, person, TSUKUBA.value(), List.of());
  }

  static Inquiry inquiry(String record, String person, String provider, List<ItemCode> items) {
    return new Inquiry(
        new RecordIdentificationNumber(record),
        new UnifiedAddresseeNumber(person),
        AFFAIR,
        PROCEDURE,
        null,
        null,
        new ProviderDesignation(provider),
        HOUSEHOLD,
        items,
        new NonDisclosureCode("0"),
        null,
        null);
  }

  /** The same as a line of a file. */
  static InquiryLine line(String person) {
    return line(ISHINOMAKI, person, Instant.parse("2026-11-02T01:00:00Z"));
  }

  static InquiryLine line(InstitutionCode inquirer, String person, Instant requestedAt) {
    return new InquiryLine(
        new AddresseeNumber(person),
        null,
        requestedAt,
        DEPARTMENT,
        CLERK,
        inquirer,
        new NonDisclosureCode("0"),
        AFFAIR,
        PROCEDURE,
        null,
        null,
        new ProviderDesignation(TSUKUBA.value()),
        HOUSEHOLD,
        null,
        null);
  }

  static byte[] file(InquiryLine... lines) {
    return InquiryFileWriter.write(Instant.EPOCH, List.of(lines)).firstEntry().getValue();
  }

  static byte[] file(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(InquiryLine line) {
    return String.join(",", line.fields());
  }

  ReceptionNumber accept(String name, byte[] content) {
    return bean(AcceptInquiryFile.class)
        .accept(ISHINOMAKI, new InquiryFileSubmission(name, content));
  }

  /** As if the provider had answered with these values. */
  void provide(ProcessingNumber number, LayoutEdition edition, Map<ItemCode, String> values) {
    List<ProvidedInformation.Item> items = new ArrayList<>();
    values.forEach((item, value) -> items.add(new ProvidedInformation.Item(item, value)));
    byte[] content =
        XmlDocuments.write(
            new ProvidedInformation(number, TSUKUBA, HOUSEHOLD, edition, List.copyOf(items)));
    bean(InstitutionTransactions.class)
        .run(
            ISHINOMAKI,
            () ->
                bean(JdbcClient.class)
                    .sql(
                        """
                        update inquiry
                           set state = 'PROVIDED', edition = :edition, content = :content,
                               provided_at = :now, concluded_at = :now
                         where processing_number = :number
                        """)
                    .param("edition", edition.value())
                    .param(
                        "content",
                        bean(PersonalDataCipher.class)
                            .encrypt(ISHINOMAKI, content, "inquiry:" + number.value()))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("number", number.value())
                    .update());
  }

  /** As if it had ended in this state, with this code. */
  void end(ProcessingNumber number, InquiryState state, @Nullable String errorCode) {
    database
        .everything()
        .sql("update inquiry set state = ?, error_code = ? where processing_number = ?")
        .params(state.name(), errorCode, number.value())
        .update();
  }

  List<ProvisionRecord> records() {
    return bean(InstitutionTransactions.class)
        .within(ISHINOMAKI, () -> bean(ProvisionRecords.class).find(ISHINOMAKI, null));
  }

  List<Communication> communications(@Nullable String number) {
    return bean(InstitutionTransactions.class)
        .within(ISHINOMAKI, () -> bean(CommunicationLog.class).find(number));
  }

  /** The column of the only row of the table. */
  Map<String, Object> row(String table) {
    return database.everything().sql("select * from " + table).query().singleRow();
  }

  int rows(String table) {
    return database.everything().sql("select count(*) from " + table).query(Integer.class).single();
  }

  @Override
  public void close() {
    context.close();
  }
}
