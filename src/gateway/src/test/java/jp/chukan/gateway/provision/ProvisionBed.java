package jp.chukan.gateway.provision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import jp.chukan.contract.code.AcquisitionPurpose;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.contract.crypto.EnvelopeOpener;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.message.ProvisionAnswer;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.approval.ApprovalCase;
import jp.chukan.gateway.approval.ApprovalQueue;
import jp.chukan.gateway.crypto.KeySettings;
import jp.chukan.gateway.kernel.CurrentTrace;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.kernel.ServedInstitutions.Institution;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.record.seal.EvidenceSettings;
import jp.chukan.gateway.replica.Replicas;
import jp.chukan.gateway.testing.FailingDataSource;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.TestClock;
import jp.chukan.gateway.testing.TestDatabase;
import jp.chukan.gateway.testing.TestKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * The real parts of 「情報提供」 on a database of its own, without routes and servers: real keys, real
 * migrations and roles, the 「副本」 in memory.
 */
final class ProvisionBed {
  private static final List<String> TABLES =
      List.of(
          "provision_request",
          "refused_delivery",
          "used_permit",
          "provision_record",
          "record_leaf",
          "communication",
          "approval_case",
          "approval_step",
          "operation",
          "outbox");

  final TestClock clock = new TestClock();
  final TestDatabase database = TestDatabase.migrated();
  final FailingDataSource dataSource = new FailingDataSource(database.dataSource());
  final CountingTransactions transactionManager = new CountingTransactions(dataSource);
  final FakeReplicas replicas = new FakeReplicas();
  final TestKeys keys = TestKeys.in(directory());
  final DocumentSigner network = keys.networkSigner();
  final DecryptionKey ministersKey =
      keys.authority().decryptionKey(ProvisionDraft.MINISTER, KeyKind.EC_P256);
  final DecryptionKey governorsKey =
      keys.authority().decryptionKey(ProvisionDraft.GOVERNOR, KeyKind.RSA_3072);
  final DocumentVerifier verifier = new DocumentVerifier(keys.authority().trustAnchors(), clock);

  private final AnnotationConfigApplicationContext context;
  private final AtomicInteger persons = new AtomicInteger();
  private final AtomicInteger listVersion = new AtomicInteger();

  /** A person whom the institution knows. */
  record Person(LinkageCode code, UnifiedAddresseeNumber addressee) {}

  ProvisionBed() {
    this(TestKeys::settings);
  }

  /** With keys in other places than files. */
  ProvisionBed(Function<TestKeys, KeySettings> settings) {
    context = start(settings.apply(keys));
  }

  private AnnotationConfigApplicationContext start(KeySettings settings) {
    AnnotationConfigApplicationContext started = new AnnotationConfigApplicationContext();
    started
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test",
                Map.of(
                    "chukan.system",
                    "K000000001",
                    "chukan.outbox.sweep",
                    "2s",
                    "chukan.network.institution",
                    TestKeys.NETWORK.value(),
                    "chukan.console.platform",
                    TestKeys.PLATFORM.value(),
                    "chukan.evidence.time-stamp.url",
                    "",
                    // who issues here is known to revoke nothing
                    "chukan.revocation.authorities[0].name",
                    TestKeys.AUTHORITY,
                    "chukan.revocation.authorities[0].none",
                    "true",
                    "chukan.keys.directory",
                    keys.directory().toString(),
                    "chukan.keys.password",
                    TestKeys.PASSWORD)));
    started.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
    // only what a test asks for is made: the packages hold more than 「情報提供」 needs
    started.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
    started.registerBean(DataSource.class, () -> dataSource);
    started.registerBean(PlatformTransactionManager.class, () -> transactionManager);
    started.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
    started.registerBean(InstantSource.class, () -> clock);
    started.registerBean(KeySettings.class, () -> settings);
    started.registerBean(SecureRandom.class, () -> new SecureRandom());
    started.registerBean(Replicas.class, () -> replicas);
    started.registerBean(ServedInstitutions.class, ProvisionBed::served);
    // nothing seals here, and the clock goes on by days
    started.registerBean(
        EvidenceSettings.class,
        () -> new EvidenceSettings(Duration.ofMinutes(1), Duration.ofDays(9_999)));
    started.registerBean(SerialNumbers.class);
    started.registerBean(CurrentTrace.class, () -> () -> null);
    started.registerBean(InstitutionTransactions.class);
    started.scan(
        "jp.chukan.gateway.provision",
        "jp.chukan.gateway.approval",
        "jp.chukan.gateway.permit",
        "jp.chukan.gateway.permission",
        "jp.chukan.gateway.linkagecode",
        "jp.chukan.gateway.record",
        "jp.chukan.gateway.crypto",
        "jp.chukan.gateway.staff",
        "jp.chukan.gateway.audit",
        "jp.chukan.gateway.network");
    started.refresh();
    return started;
  }

  private static ServedInstitutions served() {
    return new ServedInstitutions(
        List.of(institution(TestKeys.ISHINOMAKI, "石巻市"), institution(TestKeys.TSUKUBA, "つくば市")));
  }

  private static Institution institution(InstitutionCode code, String name) {
    return new Institution(
        code, name, new SystemIdentifier("T000000001"), URI.create("https://localhost/hub"));
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory(Path.of("target"), "provision").toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  void receive(byte[] message) {
    bean(ReceiveProvisionRequest.class).receive(TestKeys.ISHINOMAKI, message);
  }

  /** A person with a 「符号」, acquired for this purpose. */
  Person person(AcquisitionPurpose purpose) {
    int n = persons.incrementAndGet();
    Person person =
        new Person(
            new LinkageCode("code-of-a-fictitious-person-%05d".formatted(n)),
            new UnifiedAddresseeNumber("%015d".formatted(n)));
    String institution = TestKeys.ISHINOMAKI.value();
    String addressee = person.addressee().value();
    JdbcClient jdbc = database.everything();
    jdbc.sql("insert into linkage_acquisition values (?, ?, ?, now())")
        .params(institution, addressee, "ACQUISITION%08d".formatted(n))
        .update();
    jdbc.sql(
            """
            insert into linkage_acquisition_record (institution_code, record_number,
                addressee_number, affair_code, purpose, department_code, user_id, received_at)
            values (?, ?, ?, 'JM01000000001000', ?, '3595115400', 'tester', now())
            """)
        .params(institution, "record-" + n, addressee, purpose.name())
        .update();
    jdbc.sql("insert into linkage_code values (?, ?, ?, now())")
        .params(institution, addressee, person.code().value())
        .update();
    return person;
  }

  Person person() {
    return person(AcquisitionPurpose.INFORMATION_LINKAGE);
  }

  /** A request about this person that nobody could object to. */
  ProvisionDraft draft(Person person) {
    ProvisionDraft draft = new ProvisionDraft(network, ministersKey, clock.instant());
    draft.person = person.code();
    return draft;
  }

  /** Puts a list in force that permits what a draft asks for, in this period. */
  void publishList(LocalDate from, LocalDate to) {
    int version = listVersion.incrementAndGet();
    JdbcClient jdbc = database.everything();
    jdbc.sql(
            """
            insert into permission_matching_list
            values (?, now(), now(), 2, decode(repeat('00', 32), 'hex'))
            """)
        .param(version)
        .update();
    int position = 0;
    for (InstitutionCode inquirer : List.of(ProvisionDraft.MINISTER, ProvisionDraft.GOVERNOR)) {
      for (String information : List.of("TM00000000000001", "TM00000000000002")) {
        jdbc.sql("insert into permission_matching_entry values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .params(
                version,
                position++,
                inquirer.value(),
                ProvisionDraft.AFFAIR.value(),
                ProvisionDraft.PROCEDURE.value(),
                TestKeys.ISHINOMAKI.value(),
                information,
                from,
                to)
            .update();
      }
    }
    // the version in force is looked up again after a moment
    clock.advance(java.time.Duration.ofSeconds(2));
  }

  LocalDate today() {
    return JapanDay.of(clock.instant());
  }

  List<ProvisionRecord> records(@Nullable ProcessingNumber number) {
    return database
        .transactions()
        .within(
            TestKeys.ISHINOMAKI,
            () -> new ProvisionRecords(database.jdbc()).find(TestKeys.ISHINOMAKI, number));
  }

  List<Communication> communications(String number) {
    return database
        .transactions()
        .within(TestKeys.ISHINOMAKI, () -> new CommunicationLog(database.jdbc()).find(number));
  }

  List<ApprovalCase> cases(InstitutionCode institution) {
    return bean(InstitutionTransactions.class).within(institution, bean(ApprovalQueue.class)::list);
  }

  /** Everything that waits to leave for this exchange, as signed. */
  List<byte[]> outbox(ProcessingNumber number) {
    return database
        .everything()
        .sql("select body from outbox where number = ?")
        .param(number.value())
        .query(byte[].class)
        .list();
  }

  /** The one answer to this exchange, its signature verified. */
  ProvisionAnswer.Body answer(ProcessingNumber number) {
    List<byte[]> waiting = outbox(number);
    if (waiting.size() != 1) {
      throw new AssertionError(waiting.size() + " answers");
    }
    return XmlMessages.read(
            ProvisionAnswer.class,
            verifier.verify(new RawSignedDocument(waiting.get(0)), TestKeys.ISHINOMAKI).content())
        .body();
  }

  /** What the inquirer reads in the one answer to this exchange. */
  ProvidedInformation open(ProvisionDraft draft) {
    byte[] envelope = Objects.requireNonNull(answer(draft.number).envelope());
    return XmlDocuments.read(
        ProvidedInformation.class,
        new EnvelopeOpener(ministersKey, verifier, clock)
            .open(
                envelope,
                new EnvelopeBinding(
                    draft.number,
                    draft.permitId,
                    ProvisionDraft.MINISTER,
                    ministersKey.keyId(),
                    draft.profile,
                    draft.permitExpiresAt),
                TestKeys.ISHINOMAKI)
            .content());
  }

  private long count(String table) {
    return database.everything().sql("select count(*) from " + table).query(Long.class).single();
  }

  /** How many rows each table holds. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    for (String table : TABLES) {
      counts.put(table, count(table));
    }
    return counts;
  }

  /** The tables that hold another number of rows than before, and how many more. */
  Map<String, Long> changesSince(Map<String, Long> before) {
    Map<String, Long> changes = counts();
    before.forEach((table, rows) -> changes.merge(table, -rows, Long::sum));
    changes.values().removeIf(difference -> difference == 0);
    return changes;
  }

  /** Counts the transactions that begin. */
  static final class CountingTransactions extends DataSourceTransactionManager {
    private static final long serialVersionUID = 1L;
    final AtomicInteger begun = new AtomicInteger();

    CountingTransactions(DataSource dataSource) {
      super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
      begun.incrementAndGet();
      super.doBegin(transaction, definition);
    }
  }
}
