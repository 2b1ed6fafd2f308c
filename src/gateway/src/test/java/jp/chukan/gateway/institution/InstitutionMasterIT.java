package jp.chukan.gateway.institution;

import static jp.chukan.gateway.testing.TestKeys.ADACHI;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.PLATFORM;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.csv.FaultyFileException;
import jp.chukan.gateway.institution.MasterActivation.Activated;
import jp.chukan.gateway.institution.MasterActivation.Refused;
import jp.chukan.gateway.institution.MasterActivation.Unchanged;
import jp.chukan.gateway.institution.MasterDifference.ColumnChange;
import jp.chukan.gateway.institution.MasterDifference.Kind;
import jp.chukan.gateway.institution.MasterDifference.RowChange;
import jp.chukan.gateway.institution.MasterVersion.Activation;
import jp.chukan.gateway.institution.ProviderResolution.Found;
import jp.chukan.gateway.institution.ProviderResolution.NoMaster;
import jp.chukan.gateway.institution.ProviderResolution.NotValid;
import jp.chukan.gateway.institution.ProviderResolution.Unknown;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.health.Status;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.dao.DataAccessException;

@DisplayName("機関マスタの取込と有効化")
class InstitutionMasterIT {
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final String CLIENT = "operator-client";
  private static final MasterActor OPERATOR = new MasterActor(CLIENT, PLATFORM);
  private static final String HEADER =
      line("機関コード", "コード連番", "既存の識別コード", "機関名", "無効化フラグ", "有効開始日時", "有効終了日時", "バージョン情報");
  private static final String OPEN = "9999/12/31 23:59";

  private final TestDatabase database = TestDatabase.migrated();
  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final InstantSource clock = now::get;
  private final InstitutionMasterStore store = new InstitutionMasterStore(database.jdbc());
  private final CommunicationLog communications = new CommunicationLog(database.jdbc());
  private final Institutions institutions = institutions();
  private final InstitutionMasters masters = new InstitutionMasters(store);
  private final ProposeInstitutionMaster propose =
      new ProposeInstitutionMaster(store, database.transactions(), communications, clock);
  private final ActivateInstitutionMaster activate =
      new ActivateInstitutionMaster(store, institutions, database.transactions(), clock);

  @Test
  void withoutAMasterNoInstitutionIsKnown() {
    assertThat(resolve("04202")).isEqualTo(new NoMaster());
    assertThat(institutions.isValid(ISHINOMAKI, NOW)).isFalse();
    assertThat(new InstitutionMasterHealth(institutions, clock).health().getStatus())
        .isEqualTo(new Status("NO_MASTER"));
  }

  @Test
  void aProposalChangesNothingUntilItIsActivated() {
    inForce(row(ISHINOMAKI));
    int version = propose(row(ISHINOMAKI), row(TSUKUBA));
    assertThat(resolve(TSUKUBA.value())).isEqualTo(new Unknown());
    assertThat(proposal(version).state()).isEqualTo(MasterState.PROPOSED);

    now.set(NOW.plusSeconds(60));
    assertThat(activate(version)).isEqualTo(new Activated(version));
    assertThat(resolve(TSUKUBA.value())).isEqualTo(new Found(TSUKUBA));
    assertThat(institutions.inForce())
        .contains(new MasterInForce(version, 2, NOW, NOW.plusSeconds(60)));
    assertThat(masters.all())
        .extracting(InstitutionMasters.StandingVersion::state)
        .containsExactly(MasterState.IN_FORCE, MasterState.SUPERSEDED);
  }

  @Test
  void aProposalShowsWhatItWouldChange() {
    inForce(
        row(ISHINOMAKI),
        row(TSUKUBA),
        row(ADACHI),
        line("0710470000001700", "1", "", "日本年金機構", "0", "2009/01/01 00:00", OPEN, ""),
        line("0510200000001900", "1", "", "国税庁", "0", "2009/01/01 00:00", OPEN, ""));
    MasterDifference difference =
        proposal(
                propose(
                    row(ISHINOMAKI),
                    line(
                        TSUKUBA.value(), "1", "08220", "新つくば市", "0", "2009/01/01 00:00", OPEN, "改"),
                    line(TSUKUBA.value(), "2", "", "別の行", "1", "2009/01/01 00:00", OPEN, ""),
                    line(
                        "0710470000001700",
                        "1",
                        "",
                        "日本年金機構",
                        "0",
                        "2009/01/01 00:00",
                        "2026/12/31 23:59",
                        ""),
                    line("0510200000001900", "1", "", "国税庁", "1", "2009/01/01 00:00", OPEN, "")))
            .difference();
    assertThat(difference.unchanged()).isEqualTo(1);
    assertThat(difference.changes())
        .containsExactly(
            new RowChange(
                Kind.CHANGED,
                TSUKUBA,
                "1",
                "新つくば市",
                List.of(
                    new ColumnChange("既存の識別コード", "", "08220"),
                    new ColumnChange("機関名", "試験用の機関", "新つくば市"),
                    new ColumnChange("バージョン情報", "", "改"))),
            new RowChange(Kind.ADDED, TSUKUBA, "2", "別の行", List.of()),
            new RowChange(
                Kind.ENDED,
                new InstitutionCode("0710470000001700"),
                "1",
                "日本年金機構",
                List.of(new ColumnChange("有効終了日時", OPEN, "2026/12/31 23:59"))),
            new RowChange(
                Kind.ENDED,
                new InstitutionCode("0510200000001900"),
                "1",
                "国税庁",
                List.of(new ColumnChange("無効化フラグ", "0", "1"))),
            new RowChange(Kind.REMOVED, ADACHI, "1", "試験用の機関", List.of()));
  }

  @Test
  void whoTookItInAndWhoPutItInForceIsKept() {
    int version = inForce(row(ISHINOMAKI));
    assertThat(masters.find(version))
        .map(MasterProposal::version)
        .contains(
            new MasterVersion(version, null, 1, NOW, OPERATOR, new Activation(NOW, OPERATOR)));
    assertThat(database.transactions().within(PLATFORM, () -> communications.find(null)))
        .singleElement()
        .returns("institution-master", Communication::messageType)
        .returns(String.valueOf(version), Communication::number);
  }

  @Test
  void ofAFileWithOneBadRowNothingIsTaken() {
    int version = inForce(row(ISHINOMAKI));
    assertThatExceptionOfType(FaultyFileException.class)
        .isThrownBy(() -> propose(row(ISHINOMAKI), row(TSUKUBA), line("1", "2")))
        .satisfies(
            e ->
                assertThat(e.faults())
                    .containsExactly(new Refusal(ErrorCode.SYM_CSV_FIELD_COUNT, "4", null)));
    assertThat(masters.all()).hasSize(1);
    assertThat(institutions.inForce()).map(MasterInForce::version).contains(version);
    assertThat(count("institution_master_entry")).isEqualTo(1);
  }

  @Test
  void aVersionIsKeptWholeOrNotAtAll() {
    database.everything().sql("revoke insert on institution_master_entry from chukan_app").update();
    assertThatThrownBy(() -> propose(row(ISHINOMAKI))).isInstanceOf(DataAccessException.class);
    assertThat(count("institution_master")).isZero();
  }

  @Test
  void aProposalMadeAgainstAnotherVersionIsStale() {
    inForce(row(ISHINOMAKI));
    int first = propose(row(ISHINOMAKI), row(TSUKUBA));
    int second = propose(row(ISHINOMAKI), row(ADACHI));
    activate(first);
    assertThat(proposal(second).state()).isEqualTo(MasterState.STALE);
    assertThat(activate(second)).isEqualTo(new Refused(Refusal.of(ErrorCode.SYM_MASTER_STALE)));
    assertThat(institutions.inForce()).map(MasterInForce::version).contains(first);
    assertThat(resolve(ADACHI.value())).isEqualTo(new Unknown());
  }

  @Test
  void aVersionThatWasInForceBeforeIsNotActivatedAgain() {
    int first = inForce(row(ISHINOMAKI));
    int second = inForce(row(TSUKUBA));
    assertThat(activate(first)).isEqualTo(new Refused(Refusal.of(ErrorCode.SYM_MASTER_STALE)));
    assertThat(institutions.inForce()).map(MasterInForce::version).contains(second);
  }

  @Test
  void anUnknownVersionIsNotActivated() {
    assertThat(activate(1))
        .isEqualTo(new Refused(Refusal.of(ErrorCode.SYM_MASTER_UNKNOWN_VERSION)));
    assertThat(masters.find(1)).isEmpty();
  }

  @Test
  void theSameAgainChangesNothing() {
    int version = propose(row(ISHINOMAKI));
    assertThat(propose(row(ISHINOMAKI))).isEqualTo(version);
    assertThat(activate(version)).isEqualTo(new Activated(version));
    assertThat(activate(version)).isEqualTo(new Unchanged(version));
    assertThat(propose(row(ISHINOMAKI))).isEqualTo(version);
    assertThat(count("institution_master_activation")).isEqualTo(1);
  }

  @Test
  void aFileThatWentStaleMayBeTakenInAnew() {
    int first = inForce(row(ISHINOMAKI));
    inForce(row(TSUKUBA));
    int again = inForce(row(ISHINOMAKI));
    assertThat(again).isNotEqualTo(first);
    assertThat(institutions.inForce()).map(MasterInForce::version).contains(again);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-03-31T14:59:59Z, false", // 23:59:59 of the day before in Japan
    "2026-03-31T15:00:00Z, true",
    "2027-03-31T14:59:59Z, true", // the last minute belongs to the period
    "2027-03-31T15:00:00Z, false"
  })
  void anInstitutionIsValidInItsPeriodByTheClockOfJapan(Instant at, boolean valid) {
    inForce(
        line(ISHINOMAKI.value(), "1", "", "市", "0", "2026/04/01 00:00", "2027/03/31 23:59", ""));
    assertThat(institutions.resolve(new ProviderDesignation("04202"), at))
        .isEqualTo(valid ? new Found(ISHINOMAKI) : new NotValid(ISHINOMAKI));
    assertThat(institutions.isValid(ISHINOMAKI, at)).isEqualTo(valid);
  }

  @Test
  void severalPeriodsOfOneInstitutionStandSideBySide() {
    inForce(
        line(ISHINOMAKI.value(), "1", "", "市", "0", "2009/01/01 00:00", "2025/03/31 23:59", ""),
        line(ISHINOMAKI.value(), "2", "", "市", "0", "2026/04/01 00:00", OPEN, ""));
    ProviderDesignation city = new ProviderDesignation("04202");
    assertThat(institutions.resolve(city, Instant.parse("2025-03-01T00:00:00Z")))
        .isEqualTo(new Found(ISHINOMAKI));
    assertThat(institutions.resolve(city, Instant.parse("2025-06-01T00:00:00Z")))
        .isEqualTo(new NotValid(ISHINOMAKI));
    assertThat(institutions.resolve(city, NOW)).isEqualTo(new Found(ISHINOMAKI));
  }

  @Test
  void aDisabledInstitutionIsNeverValid() {
    inForce(line(ISHINOMAKI.value(), "1", "", "市", "1", "2009/01/01 00:00", OPEN, ""));
    assertThat(resolve("04202")).isEqualTo(new NotValid(ISHINOMAKI));
  }

  @ParameterizedTest
  @ValueSource(strings = {"04202", "0220104202101700"})
  void aMunicipalityIsFoundByEitherForm(String designation) {
    inForce(row(ISHINOMAKI));
    assertThat(resolve(designation)).isEqualTo(new Found(ISHINOMAKI));
  }

  @ParameterizedTest
  @ValueSource(strings = {"14101", "14118", "0220114101101700"})
  void aWardStandsForItsCityAlsoWhenTheMasterListsTheWard(String designation) {
    InstitutionCode yokohama = new InstitutionCode("0220114100101700");
    inForce(row(yokohama), row(new InstitutionCode("0220114101101700")));
    assertThat(resolve(designation)).isEqualTo(new Found(yokohama));
  }

  @Test
  void aWardIsUnknownWhenItsCityIs() {
    inForce(row(new InstitutionCode("0220114101101700")));
    assertThat(resolve("14101")).isEqualTo(new Unknown());
  }

  @ParameterizedTest
  @ValueSource(strings = {"13121", "0220113121101700"})
  void aSpecialWardOfTokyoIsAnInstitutionOfItsOwn(String designation) {
    inForce(row(ADACHI), row(new InstitutionCode("0220113100101700")));
    assertThat(resolve(designation)).isEqualTo(new Found(ADACHI));
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999", "0220199999101700", "0720600000001700", "0620804202101700"})
  void anInstitutionThatIsNotListedIsUnknown(String designation) {
    inForce(row(ISHINOMAKI));
    assertThat(resolve(designation)).isEqualTo(new Unknown());
  }

  @Test
  void whatAnotherNodeActivatedIsInForceHereWithinASecond() {
    Institutions otherNode = institutions();
    inForce(row(ISHINOMAKI));
    assertThat(otherNode.isValid(ISHINOMAKI, NOW)).isFalse();
    now.set(NOW.plus(Duration.ofMillis(1_001)));
    assertThat(otherNode.isValid(ISHINOMAKI, NOW)).isTrue();
  }

  @Test
  void theFirstStartLoadsTheFileThatComesWithTheServer() throws Exception {
    start(row(ISHINOMAKI));
    assertThat(resolve("04202")).isEqualTo(new Found(ISHINOMAKI));
    assertThat(masters.all())
        .singleElement()
        .satisfies(standing -> assertThat(standing.version().proposedBy().institution()).isNull());
    assertThat(new InstitutionMasterHealth(institutions, clock).health().getDetails())
        .containsEntry("version", 1)
        .containsEntry("ageInDays", 0L);
  }

  @Test
  void aLaterStartLeavesTheMasterInForce() throws Exception {
    int version = inForce(row(TSUKUBA));
    start(row(ISHINOMAKI));
    assertThat(institutions.inForce()).map(MasterInForce::version).contains(version);
    assertThat(resolve("04202")).isEqualTo(new Unknown());
  }

  @Test
  void aFileThatIsNotSoundStopsTheFirstStart() {
    assertThatExceptionOfType(FaultyFileException.class).isThrownBy(() -> start("\"x\""));
    assertThat(count("institution_master")).isZero();
  }

  @ParameterizedTest
  @MethodSource
  void theServersOwnRoleCannotChangeAMaster(String statement) {
    inForce(row(ISHINOMAKI));
    assertThatThrownBy(() -> database.jdbc().sql(statement).update())
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("permission denied");
  }

  static List<String> theServersOwnRoleCannotChangeAMaster() {
    return List.of(
        "delete from institution_master_entry",
        "update institution_master_entry set disabled = true",
        "delete from institution_master",
        "update institution_master set version = 9",
        "delete from institution_master_activation",
        "update institution_master_activation set activated_by = 'somebody'");
  }

  @Test
  void aMasterOfTheWholeCountryIsTakenWhole() {
    String[] rows =
        IntStream.range(0, 3_800)
            .mapToObj(i -> row(new InstitutionCode("%016d".formatted(i))))
            .toArray(String[]::new);
    inForce(rows);
    assertThat(institutions.inForce()).map(MasterInForce::rows).contains(3_800);
    assertThat(resolve("%016d".formatted(3_799)))
        .isEqualTo(new Found(new InstitutionCode("%016d".formatted(3_799))));
  }

  private void start(String... rows) throws Exception {
    new LoadInitialMaster(
            store,
            institutions,
            database.transactionManager(),
            clock,
            new ByteArrayResource(file(rows)))
        .afterPropertiesSet();
  }

  private ProviderResolution resolve(String designation) {
    return institutions.resolve(new ProviderDesignation(designation), NOW);
  }

  private int propose(String... rows) {
    return propose.propose(file(rows), PLATFORM, CLIENT);
  }

  private MasterActivation activate(int version) {
    return activate.activate(version, PLATFORM, CLIENT);
  }

  private int inForce(String... rows) {
    int version = propose(rows);
    assertThat(activate(version)).isEqualTo(new Activated(version));
    return version;
  }

  private MasterProposal proposal(int version) {
    return masters.find(version).orElseThrow();
  }

  private Institutions institutions() {
    Institutions node = new Institutions(store, new DesignatedCities(), clock);
    node.afterPropertiesSet();
    return node;
  }

  private long count(String table) {
    return database.everything().sql("select count(*) from " + table).query(Long.class).single();
  }

  private static byte[] file(String... rows) {
    return Stream.concat(Stream.of(HEADER), Stream.of(rows))
        .collect(Collectors.joining("\r\n", "", "\r\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String row(InstitutionCode institution) {
    return line(institution.value(), "1", "", "試験用の機関", "0", "2009/01/01 00:00", OPEN, "");
  }

  private static String line(String... fields) {
    return Stream.of(fields).collect(Collectors.joining("\",\"", "\"", "\""));
  }
}
