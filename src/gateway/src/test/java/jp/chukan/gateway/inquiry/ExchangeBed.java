package jp.chukan.gateway.inquiry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.crypto.CryptoProfile;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.gateway.crypto.KeySettings;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.kernel.ServedInstitutions.Institution;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.testing.FailingDataSource;
import jp.chukan.gateway.testing.InquiryAnswerDraft;
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
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The real parts that an inquiry meets after its acceptance, on a database of its own, without
 * routes and servers: 石巻市 has asked つくば市.
 */
final class ExchangeBed {
  static final InstitutionCode INQUIRER = TestKeys.ISHINOMAKI;
  static final InstitutionCode PROVIDER = TestKeys.TSUKUBA;
  static final Duration RETENTION = Duration.ofDays(30);
  private static final List<String> TABLES =
      List.of(
          "inquiry",
          "refused_answer",
          "provision_record",
          "record_leaf",
          "communication",
          "outbox");

  final TestClock clock = new TestClock();
  final TestDatabase database = TestDatabase.migrated();
  final FailingDataSource dataSource;
  final TestKeys keys = TestKeys.in(directory());
  final DocumentSigner network = keys.networkSigner();
  final DocumentVerifier verifier = new DocumentVerifier(keys.authority().trustAnchors(), clock);

  private final AnnotationConfigApplicationContext context;

  ExchangeBed() {
    this(TestKeys::settings);
  }

  /** With keys in other places than files. */
  ExchangeBed(Function<TestKeys, KeySettings> settings) {
    this.dataSource = new FailingDataSource(database.dataSource());
    this.context = start(settings.apply(keys));
  }

  /**
   * For thousands of answers in a row by one thread: they share one connection.
   *
   * @param profile for which the inquirer has a key
   */
  ExchangeBed(CryptoProfile profile) {
    switch (profile) {
      case CLASSICAL -> {}
      case HYBRID -> keys.makeHybrid(INQUIRER);
    }
    this.dataSource = new FailingDataSource(oneConnection());
    this.context = start(keys.settings());
  }

  private DataSource oneConnection() {
    try {
      return new SingleConnectionDataSource(database.dataSource().getConnection(), true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
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
                    "chukan.network.institution",
                    TestKeys.NETWORK.value(),
                    "chukan.network.system",
                    "K000000009",
                    "chukan.inquiry.retention",
                    RETENTION.toString(),
                    "chukan.console.platform",
                    TestKeys.PLATFORM.value(),
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
    // only what a test asks for is made: the packages hold more than is needed here
    started.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
    started.registerBean(DataSource.class, () -> dataSource);
    started.registerBean(
        PlatformTransactionManager.class, () -> new DataSourceTransactionManager(dataSource));
    started.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
    started.registerBean(InstantSource.class, () -> clock);
    started.registerBean(KeySettings.class, () -> settings);
    started.registerBean(SecureRandom.class, () -> new SecureRandom());
    started.registerBean(ServedInstitutions.class, ExchangeBed::served);
    started.registerBean(SerialNumbers.class);
    started.registerBean(InstitutionTransactions.class);
    started.scan(
        "jp.chukan.gateway.inquiry",
        "jp.chukan.gateway.permit",
        "jp.chukan.gateway.linkagecode",
        "jp.chukan.gateway.layout",
        "jp.chukan.gateway.record",
        "jp.chukan.gateway.crypto");
    started.refresh();
    return started;
  }

  private static ServedInstitutions served() {
    return new ServedInstitutions(
        List.of(
            institution(TestKeys.ISHINOMAKI, "石巻市"),
            institution(TestKeys.TSUKUBA, "つくば市"),
            institution(TestKeys.ADACHI, "足立区")));
  }

  private static Institution institution(InstitutionCode code, String name) {
    return new Institution(
        code, name, new SystemIdentifier("T000000001"), URI.create("https://localhost/hub"));
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory(Path.of("target"), "exchange").toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** An inquiry in this state, as the acceptance leaves it, about a person with a 「符号」. */
  ProcessingNumber inquiry(InquiryState state) {
    InquiryRow row = new InquiryRow();
    row.state = state;
    return inquiry(row);
  }

  ProcessingNumber inquiry(InquiryRow row) {
    row.insert(database.everything(), clock.instant());
    return row.number;
  }

  /** An answer to this inquiry that nobody could object to. */
  InquiryAnswerDraft draft(ProcessingNumber number) {
    return new InquiryAnswerDraft(
        keys, number, keys.decryptionKey(INQUIRER), PROVIDER, clock.instant());
  }

  void receive(byte[] message) {
    receive(message, clock.instant());
  }

  void receive(byte[] message, Instant takenOverAt) {
    bean(ReceiveInquiryAnswer.class).receive(INQUIRER, takenOverAt.toEpochMilli(), message);
  }

  /** Everything that stands in the row of this inquiry. */
  Map<String, @Nullable Object> row(ProcessingNumber number) {
    Map<String, @Nullable Object> row =
        new TreeMap<>(
            database
                .everything()
                .sql("select * from inquiry where processing_number = ?")
                .param(number.value())
                .query()
                .singleRow());
    // arrays of bytes are equal by identity alone
    row.replaceAll(
        (column, value) ->
            switch (value) {
              case byte[] bytes -> HexFormat.of().formatHex(bytes);
              case java.sql.Array array -> array.toString();
              case null -> null;
              default -> value;
            });
    return row;
  }

  InquiryState state(ProcessingNumber number) {
    return InquiryState.valueOf(String.valueOf(row(number).get("state")));
  }

  /** What the results of the municipality are made of. */
  ProvidedInformation content(ProcessingNumber number) {
    return bean(InstitutionTransactions.class)
        .within(
            INQUIRER,
            () ->
                Objects.requireNonNull(
                    bean(ProvidedContents.class)
                        .of(INQUIRER)
                        .provided(bean(InquiryEntries.class).find(number).orElseThrow())));
  }

  List<ProvisionRecord> records(ProcessingNumber number) {
    return database
        .transactions()
        .within(INQUIRER, () -> new ProvisionRecords(database.jdbc()).find(INQUIRER, number));
  }

  List<Communication> communications(@Nullable String number) {
    return database
        .transactions()
        .within(INQUIRER, () -> new CommunicationLog(database.jdbc()).find(number));
  }

  /** The refused answers, newest first. */
  List<RefusedAnswer> refusedAnswers() {
    return bean(InstitutionTransactions.class)
        .within(INQUIRER, () -> bean(RefusedAnswers.class).find());
  }

  /** How many rows each table holds. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    for (String table : TABLES) {
      counts.put(
          table,
          database.everything().sql("select count(*) from " + table).query(Long.class).single());
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
}
