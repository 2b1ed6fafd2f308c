package jp.chukan.gateway.replica;

import static jp.chukan.gateway.testing.TestKeys.ADACHI;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.crypto.WrappingKey;
import jp.chukan.contract.message.ExecutionMode;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ReplicaRegistrationRequest;
import jp.chukan.contract.message.ReplicaRegistrationResult;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.crypto.MasterKeys;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import jp.chukan.gateway.kernel.SenderCheck;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.layout.StandardLayouts;
import jp.chukan.gateway.layout.TestLayouts;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.testing.TestDatabase;
import jp.chukan.gateway.testing.TestKeys;
import jp.chukan.gateway.testing.TestLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Everything of this package on a real database, with the shipped layouts and a clock that stands.
 */
final class ReplicaBed {
  /** More than a test brings that does not say how many there may be. */
  private static final int MOST_RECORDS = 20_000;

  /** Of all beds: some share a database. */
  private static final AtomicInteger MESSAGES = new AtomicInteger();

  static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  static final SpecificPersonalInformationCode HOUSEHOLD =
      new SpecificPersonalInformationCode("TM00000000000001");
  static final ItemCode IS_HEAD = new ItemCode("TK00000000000101");
  static final ItemCode HEAD_NAME = new ItemCode("TK00000000000102");
  static final ItemCode RELATION = new ItemCode("TK00000000000103");
  static final DepartmentCode DEPARTMENT = new DepartmentCode("3595115400");
  static final UserId USER = new UserId("shimin01");
  static final String FILE = "DBM_20113_ATTACH_0.xml";
  static final SystemIdentifier SERVER = new SystemIdentifier("K000000001");

  private static final Map<InstitutionCode, SystemIdentifier> SYSTEMS =
      Map.of(
          ISHINOMAKI, new SystemIdentifier("T000104202"),
          TSUKUBA, new SystemIdentifier("T000108220"),
          ADACHI, new SystemIdentifier("T000113121"));

  final TestDatabase database;
  final StandardLayouts layouts;
  final StoredReplicas replicas;
  final RegisterReplicas registerReplicas;
  final ChangeResponseModes changeResponseModes;
  final InquireReplicas inquireReplicas;

  private final WrappingKey masterKey;

  ReplicaBed() {
    this("TM00000000000001-1.yaml", "TM00000000000001-2.yaml");
  }

  /** With these of the shipped layouts. */
  ReplicaBed(String... layouts) {
    this(
        TestDatabase.migrated(),
        TestKeys.masterKey(),
        TestLayouts.shipped(layouts),
        new PermittedSources(List.of()),
        MOST_RECORDS);
  }

  private ReplicaBed(
      TestDatabase database,
      WrappingKey masterKey,
      StandardLayouts layouts,
      PermittedSources sources,
      long mostRecords) {
    this.database = database;
    this.layouts = layouts;
    this.masterKey = masterKey;
    InstantSource clock = InstantSource.fixed(NOW);
    SecureRandom random = new SecureRandom();
    SerialNumbers numbers = new SerialNumbers(clock, random);
    CommunicationLog communications = new CommunicationLog(database.jdbc());
    PersonalDataCipher cipher =
        new PersonalDataCipher(database.jdbc(), MasterKeys.of(masterKey), clock, random);
    SenderCheck headers = new SenderCheck(institutions(), SERVER.value());
    TakenMessages taken = new TakenMessages(database.jdbc());
    JdbcTemplate template = new JdbcTemplate(database.dataSource());
    replicas = new StoredReplicas(database.jdbc(), cipher, layouts);
    registerReplicas =
        new RegisterReplicas(
            headers,
            new RegistrationCheck(layouts, sources),
            new StagedRecords(template, cipher),
            new ReplicaMerge(template, new ArrivalOrder(database.dataSource())),
            taken,
            database.transactions(),
            communications,
            numbers,
            TestLimits.ofAttachment(mostRecords),
            clock);
    changeResponseModes =
        new ChangeResponseModes(
            headers,
            layouts,
            taken,
            database.jdbc(),
            database.transactions(),
            communications,
            numbers,
            clock);
    inquireReplicas =
        new InquireReplicas(
            headers,
            replicas,
            database.jdbc(),
            database.transactions(),
            communications,
            numbers,
            clock);
  }

  /** On a database that others use too. */
  static ReplicaBed on(TestDatabase database, String... layouts) {
    return new ReplicaBed(
        database,
        TestKeys.masterKey(),
        TestLayouts.shipped(layouts),
        new PermittedSources(List.of()),
        MOST_RECORDS);
  }

  /** What people at the terminal work with. */
  ReplicasByHand byHand(PermittedSources sources) {
    InstantSource clock = InstantSource.fixed(NOW);
    PersonalDataCipher cipher = cipher();
    JdbcTemplate template = new JdbcTemplate(database.dataSource());
    return new ReplicasByHand(
        new ReplicaSnapshots(database.jdbc(), cipher),
        new RegistrationCheck(layouts, sources),
        sources,
        new StagedRecords(template, cipher),
        new ReplicaMerge(template, new ArrivalOrder(database.dataSource())),
        clock);
  }

  PersonalDataCipher cipher() {
    return new PersonalDataCipher(
        database.jdbc(), MasterKeys.of(masterKey), InstantSource.fixed(NOW), new SecureRandom());
  }

  /** The same database, with an information reserved for a source. */
  ReplicaBed reserving(PermittedSources.Source source) {
    return new ReplicaBed(
        database, masterKey, layouts, new PermittedSources(List.of(source)), MOST_RECORDS);
  }

  /** The same database, where an attachment has at most this many records. */
  ReplicaBed taking(long mostRecords) {
    return new ReplicaBed(
        database, masterKey, layouts, new PermittedSources(List.of()), mostRecords);
  }

  /** Takes everything out again: a database of its own for each test would cost seconds. */
  void empty() {
    for (String table :
        List.of(
            "replica",
            "replica_record_number",
            "replica_message",
            "response_mode_setting",
            "response_mode_change",
            "replica_access",
            "communication")) {
      database.everything().sql("delete from " + table).update();
    }
  }

  private static ServedInstitutions institutions() {
    return new ServedInstitutions(
        Stream.of(ISHINOMAKI, TSUKUBA, ADACHI)
            .map(
                code ->
                    new ServedInstitutions.Institution(
                        code,
                        "架空",
                        Objects.requireNonNull(SYSTEMS.get(code)),
                        URI.create("https://localhost/hub/" + code)))
            .toList());
  }

  MessageHeader header(InstitutionCode institution, String type) {
    return MessageHeader.request(
        new MessageId("M" + MESSAGES.incrementAndGet()),
        type,
        Objects.requireNonNull(SYSTEMS.get(institution)),
        SERVER);
  }

  MessageHeader registration(InstitutionCode institution) {
    return header(institution, ReplicaRegistrationRequest.TYPE_ID);
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

  /** Registers rows of Ishinomaki. */
  ReplicaRegistrationResult.Body register(Row... rows) {
    return send(ISHINOMAKI, Row.attachment("1", rows));
  }

  /** Deletes rows of Ishinomaki. */
  ReplicaRegistrationResult.Body delete(Row... rows) {
    return send(ISHINOMAKI, Row.attachment("2", rows));
  }

  ReplicaRegistrationResult.Body send(InstitutionCode institution, String attachment) {
    return send(institution, registration(institution), stream(attachment)).body();
  }

  ReplicaRegistrationResult send(
      InstitutionCode institution, MessageHeader header, InputStream attachment) {
    return registerReplicas.register(
        institution,
        new RegistrationSubmission(
            message(header), new RegistrationSubmission.Attachment(FILE, attachment)));
  }

  static byte[] message(MessageHeader header) {
    return XmlMessages.write(
        new ReplicaRegistrationRequest(
            header, new ReplicaRegistrationRequest.Body(DEPARTMENT, USER, FILE, "1")));
  }

  static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Looks up what Ishinomaki has of this person today. */
  ReplicaLookup find(String addressee, ItemCode... items) {
    return find(ISHINOMAKI, addressee, WantedPeriod.on(TODAY), items);
  }

  ReplicaLookup find(
      InstitutionCode institution, String addressee, WantedPeriod period, ItemCode... items) {
    return find(institution, addressee, HOUSEHOLD, period, List.of(items));
  }

  ReplicaLookup find(
      InstitutionCode institution,
      String addressee,
      SpecificPersonalInformationCode information,
      WantedPeriod period,
      List<ItemCode> items) {
    return database
        .transactions()
        .within(
            institution,
            () ->
                replicas.find(
                    institution,
                    new UnifiedAddresseeNumber(addressee),
                    information,
                    items,
                    period));
  }

  /** The name of the head that Ishinomaki has for this person, null when it has none. */
  @Nullable String headName(String addressee) {
    return find(addressee, HEAD_NAME) instanceof ReplicaLookup.Found found
        ? found.items().getFirst().value()
        : null;
  }

  /** Rows of a table, whoever they belong to. */
  int rows(String table) {
    return database.everything().sql("select count(*) from " + table).query(Integer.class).single();
  }
}
