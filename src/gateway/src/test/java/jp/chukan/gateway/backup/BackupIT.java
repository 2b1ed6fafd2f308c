package jp.chukan.gateway.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.chukan.gateway.testing.TestKeys.PLATFORM;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.chukan.contract.crypto.ArchiveOpener;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.KeyFiles;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.backup.BackupManifest.Head;
import jp.chukan.gateway.testing.FollowedProgress;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.ProvisionExchange;
import jp.chukan.gateway.testing.RunningGateway;
import jp.chukan.gateway.testing.TestDatabase;
import jp.chukan.gateway.testing.TestKeys;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jms.core.JmsTemplate;

/** A backup of the running server, and everything that goes back from it. */
@DisplayName("バックアップと復元")
class BackupIT {
  private static final String QUEUE = "testing.waits";
  private static final String SMALL = "架空の電文";
  private static final String LARGE = "架空の大きな電文".repeat(60_000);
  private static final Instant RESTORED = Instant.parse("2026-11-21T00:00:00Z");

  private final RunningGateway gateway = RunningGateway.shared();
  private final ObjectMapper json = new ObjectMapper();

  @TempDir private Path folder;

  /** Evidence, and messages that nobody takes. */
  @BeforeAll
  static void fill() throws IOException, InterruptedException {
    RunningGateway gateway = RunningGateway.shared();
    ProvisionDraft draft =
        new ProvisionDraft(
            gateway.keys().networkSigner(),
            gateway.keys().authority().decryptionKey(TestKeys.STRANGER, KeyKind.EC_P256),
            InstantSource.system().instant());
    ProvisionExchange exchange = new ProvisionExchange(gateway, draft);
    exchange.permit();
    exchange.askAbout(exchange.freshAddressee());
    exchange.deliver();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                gateway
                    .database()
                    .everything()
                    .sql("select exists (select from tree_head where institution_code = ?)")
                    .param(draft.provider.value())
                    .query(Boolean.class)
                    .single());
    JmsTemplate jms = new JmsTemplate(gateway.context().getBean(ConnectionFactory.class));
    jms.convertAndSend(QUEUE, SMALL);
    jms.convertAndSend(QUEUE, LARGE);
  }

  /** Other tests look at the queues of the same server. */
  @AfterAll
  static void takeAway() throws Exception {
    RunningGateway.shared()
        .context()
        .getBean(EmbeddedActiveMQ.class)
        .getActiveMQServer()
        .destroyQueue(SimpleString.of(QUEUE), null, false);
  }

  @Test // MU-12, JN-29, JN-30, MS-61
  @DisplayName("データベース、ジャーナル、鍵が同じ時点に戻り、証跡の先頭が等しい")
  void everythingGoesBackToOneMoment() throws Exception {
    JsonNode made = backup();
    VerifiedBackup backup = verified(file(made), gateway.keys().custodian());
    TestDatabase database = TestDatabase.empty();

    List<Head> heads =
        new RestoreDatabase(database.owner(), database.superuser()).restore(backup, RESTORED);
    RestoreFiles.restore(backup, folder.resolve("restored"));

    assertThat(heads).isEqualTo(backup.manifest().heads()).isNotEmpty();
    assertThat(json.convertValue(made.get("heads"), Head[].class)).containsExactlyElementsOf(heads);
    assertThat(rows(database)).containsAllEntriesOf(rowsOfBackup(backup));
    assertThat(
            database.jdbc().sql("select count(*) from provision_record").query(Long.class).single())
        .describedAs("row-level security holds there too")
        .isZero();
    assertThat(messages(folder.resolve("restored/broker"))).containsExactly(SMALL, LARGE);
    for (String key : List.of("master.p12", "signing-" + TSUKUBA + ".p12", "trust.p12")) {
      assertThat(folder.resolve("restored/keys").resolve(key))
          .hasSameBinaryContentAs(gateway.keys().directory().resolve(key));
    }
  }

  @Test // JN-29, JN-30, MS-61
  @DisplayName("ファイルは保管者の鍵がなければ開かず、何も読み取れない")
  void onlyTheCustodianReadsIt() throws Exception {
    Path file = file(backup());

    String bytes = Files.readString(file, ISO_8859_1);
    assertThat(bytes)
        .doesNotContain(
            "PK\u0003\u0004", TSUKUBA.value(), new String(SMALL.getBytes(UTF_8), ISO_8859_1));
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    DecryptionKey other = gateway.keys().authority().decryptionKey(PLATFORM, KeyKind.EC_P256);
    assertRefused(ErrorCode.SCM_ENVELOPE, () -> verified(file, other));
  }

  @Test // JN-30
  @DisplayName("変えられ、または途中で切れたファイルは何も戻さない")
  void whatIsAlteredRestoresNothing() throws Exception {
    byte[] sound = Files.readAllBytes(file(backup()));
    byte[] altered = sound.clone();
    altered[sound.length / 2] ^= 1;
    TestDatabase database = TestDatabase.empty();

    for (byte[] spoilt : List.of(altered, Arrays.copyOf(sound, sound.length - 5))) {
      Path file = Files.write(folder.resolve("spoilt"), spoilt);
      assertRefused(
          ErrorCode.SCM_ENVELOPE,
          () ->
              new RestoreDatabase(database.owner(), database.superuser())
                  .restore(verified(file, gateway.keys().custodian()), RESTORED));
    }
    assertThat(tables(database)).isEmpty();
  }

  @Test // JN-29
  @DisplayName("別の者が作ったバックアップは受け付けない")
  void whatSomebodyElseMadeIsRefused() throws Exception {
    Path file = file(backup());
    DocumentVerifier elsewhere =
        new DocumentVerifier(
            TestAuthority.impostorAt(InstantSource.system().instant()).trustAnchors(),
            InstantSource.system());
    ArchiveOpener opener = new ArchiveOpener(gateway.keys().custodian());

    assertThatThrownBy(() -> VerifiedBackup.verify(file, opener, elsewhere, PLATFORM))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> VerifiedBackup.verify(file, opener, verifier(), TSUKUBA))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test // MU-12
  @DisplayName("空でない所へは戻さない")
  void nothingIsOverwritten() throws Exception {
    VerifiedBackup backup = verified(file(backup()), gateway.keys().custodian());
    TestDatabase database = TestDatabase.migrated();
    Map<String, Long> before = rows(database);

    assertRefused(
        ErrorCode.SYM_BACKUP_PLACE,
        () ->
            new RestoreDatabase(database.owner(), database.superuser()).restore(backup, RESTORED));
    assertRefused(ErrorCode.SYM_BACKUP_PLACE, () -> RestoreFiles.restore(backup, folder));

    assertThat(rows(database)).isEqualTo(before);
    assertThat(folder).isEmptyDirectory();
  }

  @Test // MU-12
  @DisplayName("同時に二つは作らず、失敗したものは残らない")
  void oneAtATimeAndNothingUnfinishedStays() throws Exception {
    List<Path> before = files();
    try (var busy =
            DriverManager.getConnection(
                gateway.database().url(), TestDatabase.BACKUP, TestDatabase.PASSWORD);
        var statement = busy.createStatement()) {
      statement.execute("select pg_advisory_lock(hashtext('chukan.backup'))");

      HttpResponse<String> refused = ask();

      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.body()).contains(ErrorCode.SYM_BACKUP_RUNNING.id());
    }
    Path certificate = gateway.keys().directory().resolve("backup-" + PLATFORM + ".pem");
    String sound = Files.readString(certificate);
    try {
      Files.writeString(certificate, TestAuthority.pem("CERTIFICATE", TestKeys.der(signing())));
      assertThat(ask().body()).contains(ErrorCode.SYM_INTERNAL.id());
    } finally {
      Files.writeString(certificate, sound);
    }
    assertThat(files()).isEqualTo(before);
  }

  @Test // MU-12, MS-79
  @DisplayName("中止されたバックアップは、ファイルを残さない")
  void whatIsToldToEndLeavesNoFile() throws IOException {
    List<Path> before = files();
    assertThat(gateway.context().getBean(TakeBackup.class).take(FollowedProgress.endingAfter(0)))
        .isEmpty();

    assertThat(files()).isEqualTo(before);
  }

  @Test // JN-37, JN-19
  @DisplayName("作成と復元は操作ログに残る")
  void makingAndRestoringAreKept() throws Exception {
    String name = backup().get("file").asText();

    assertThat(operations("backup")).contains(name);
    gateway
        .database()
        .everything()
        .sql("insert into restoration (restored_at, taken_at) values (now(), ?)")
        .param(RESTORED.atOffset(ZoneOffset.UTC))
        .update();
    BackupJournal journal = gateway.context().getBean(BackupJournal.class);
    journal.tellOfRestorations();
    journal.tellOfRestorations();
    assertThat(operations("backup.restored")).containsOnlyOnce(RESTORED.toString());
  }

  @Test // MS-63, JN-29
  @DisplayName("運用事業者の証明書だけがバックアップを作らせる")
  void onlyTheOperatorHasOneMade() throws Exception {
    for (String other : List.of("network-client", "municipal-client-" + TSUKUBA)) {
      assertThat(
              gateway
                  .post(other, "/operation/backups", "application/json", new byte[0])
                  .statusCode())
          .isEqualTo(403);
    }
  }

  private JsonNode backup() throws IOException, InterruptedException {
    HttpResponse<String> made = ask();
    assertThat(made.statusCode()).describedAs(made.body()).isEqualTo(200);
    return json.readTree(made.body());
  }

  private HttpResponse<String> ask() throws IOException, InterruptedException {
    return gateway.post("operator-client", "/operation/backups", "application/json", new byte[0]);
  }

  private Path file(JsonNode made) {
    return backups().resolve(made.get("file").asText());
  }

  private Path backups() {
    return gateway.context().getBean(BackupSettings.class).folder();
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(backups())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(backups())) {
      return all.sorted().toList();
    }
  }

  private VerifiedBackup verified(Path file, DecryptionKey key) throws IOException {
    return VerifiedBackup.verify(file, new ArchiveOpener(key), verifier(), PLATFORM);
  }

  private DocumentVerifier verifier() {
    return new DocumentVerifier(gateway.keys().authority().trustAnchors(), InstantSource.system());
  }

  private X509Certificate signing() {
    return KeyFiles.certificate(
        gateway.keys().directory().resolve("signing-" + TSUKUBA + ".p12"),
        TestKeys.PASSWORD.toCharArray());
  }

  private List<String> operations(String function) {
    return gateway
        .database()
        .everything()
        .sql("select target from operation where operation_function = ? and institution_code = ?")
        .params(function, PLATFORM.value())
        .query(String.class)
        .list();
  }

  private static List<String> tables(TestDatabase database) {
    return database
        .everything()
        .sql("select tablename from pg_tables where schemaname = 'public'")
        .query(String.class)
        .list();
  }

  /** How many rows each table has. */
  private static Map<String, Long> rows(TestDatabase database) {
    Map<String, Long> rows = new TreeMap<>();
    JdbcClient jdbc = database.everything();
    for (String table : tables(database)) {
      rows.put(
          table, jdbc.sql("select count(*) from \"" + table + "\"").query(Long.class).single());
    }
    return rows;
  }

  /** What the rows of the binary form count, as the backup has them. */
  private static Map<String, Long> rowsOfBackup(VerifiedBackup backup) throws IOException {
    Map<String, Long> rows = new TreeMap<>();
    backup.read(
        "database",
        (entry, content) ->
            rows.put(entry.name().substring("database/".length()), CopiedRows.count(content)));
    rows.remove("restoration");
    return rows;
  }

  private static List<String> messages(Path broker) throws Exception {
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setJournalDirectory(broker.resolve("journal").toString());
    configuration.setBindingsDirectory(broker.resolve("bindings").toString());
    configuration.setPagingDirectory(broker.resolve("paging").toString());
    configuration.setLargeMessagesDirectory(broker.resolve("large").toString());
    configuration.setJournalType(JournalType.NIO);
    configuration.setSecurityEnabled(false);
    configuration.addAcceptorConfiguration("vm", "vm://77");
    EmbeddedActiveMQ restored = new EmbeddedActiveMQ().setConfiguration(configuration);
    restored.start();
    try (ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory("vm://77")) {
      JmsTemplate jms = new JmsTemplate(connections);
      jms.setReceiveTimeout(5_000);
      return List.of(
          String.valueOf(jms.receiveAndConvert(QUEUE)),
          String.valueOf(jms.receiveAndConvert(QUEUE)));
    } finally {
      restored.stop();
    }
  }

  private static void assertRefused(ErrorCode expected, ThrowingCallable attempt) {
    InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, attempt);
    assertThat(refused).isNotNull();
    assertThat(refused.refusal().code()).isEqualTo(expected);
  }
}
