package jp.chukan.mocknetwork.supplementserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.connection.Vault;
import jp.chukan.mocknetwork.link.Communication;
import jp.chukan.mocknetwork.link.CommunicationLog;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.ForbiddenLinkException;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation;
import jp.chukan.mocknetwork.residentrecords.LoadNeighbours;
import jp.chukan.mocknetwork.residentrecords.NewResident;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentEvent;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.residentrecords.TakeEvent;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.supplement.Purpose;
import jp.chukan.mocknetwork.supplement.SupplementChange;
import jp.chukan.mocknetwork.supplement.SupplementConditions;
import jp.chukan.mocknetwork.supplement.SupplementDisclosure;
import jp.chukan.mocknetwork.supplement.SupplementInformation;
import jp.chukan.mocknetwork.supplement.SupplementNotice;
import jp.chukan.mocknetwork.supplement.SupplementProvision;
import jp.chukan.mocknetwork.supplement.SupplementSearch;
import jp.chukan.mocknetwork.supplement.SupplementState;
import jp.chukan.mocknetwork.supplement.TestSupplements;
import jp.chukan.mocknetwork.testing.KnownResidents;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("附票都道府県サーバと附票全国サーバ")
class SupplementIT {
  private static final RunningCountry COUNTRY = RunningCountry.get();
  private static final InstitutionCode TSUKUBA = new InstitutionCode("0220108220101700");
  private static final CountrySystem IBARAKI = SupplementServers.prefecturalOf("08220");
  private static final CountrySystem BODY = new CountrySystem(SystemKind.EXECUTIVE_BODY, "08");
  private static final Instant APRIL = Instant.parse("2026-04-02T01:00:00Z");

  private final Systems systems = COUNTRY.bean(Systems.class);
  private final SupplementServers servers = COUNTRY.bean(SupplementServers.class);
  private final SupplementUses uses = COUNTRY.bean(SupplementUses.class);
  private final CommunicationLog log = COUNTRY.bean(CommunicationLog.class);

  @BeforeAll
  static void everybodyIsThere() {
    KnownResidents.load(COUNTRY);
    COUNTRY
        .bean(ResidentRegisters.class)
        .municipalities()
        .forEach(COUNTRY.bean(LoadNeighbours.class)::loadSupplements);
    awaitEqualFiles();
  }

  private static void awaitEqualFiles() {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(COUNTRY.bean(SupplementCopies.class).compare())
                    .hasSize(6)
                    .allSatisfy(
                        comparison -> {
                          assertThat(comparison.isEqual()).describedAs("%s", comparison).isTrue();
                          assertThat(comparison.same()).isGreaterThan(900);
                        }));
  }

  @Test // JN-26
  @DisplayName("住民の異動は、既存住基から市町村CS、附票都道府県サーバ、附票全国サーバへ順に届き、国外転出では最終住所が残る")
  void whatHappensToAResidentArrivesAtBothServers() {
    var taking = COUNTRY.bean(TakeEvent.class);
    NewResident person = newResident("08220950011", "架空 附票太", Resident.JAPANESE);
    // the 附票全国サーバ is out of order in between, and gets everything afterwards
    systems.doorOf(SupplementServers.NATIONAL).setRunning(false);
    int index = moveIn(person, "13121");
    int household = COUNTRY.bean(ResidentRegisters.class).of(TSUKUBA).resident(index).household();
    taking.take(TSUKUBA, new ResidentEvent.MoveWithin(household, "茨城県つくば市見本町2番地", APRIL));
    taking.take(TSUKUBA, new ResidentEvent.LeaveTheCountry(List.of(index), APRIL));
    int back = moveIn(person, "");
    taking.take(TSUKUBA, new ResidentEvent.Correction(back, "架空 附票介", APRIL));
    taking.take(TSUKUBA, new ResidentEvent.Death(back, APRIL));
    systems.doorOf(SupplementServers.NATIONAL).setRunning(true);

    for (CountrySystem server : List.of(IBARAKI, SupplementServers.NATIONAL)) {
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(history(server, person.recordCode()))
                      .extracting(SupplementInformation::notice)
                      .containsExactly(
                          SupplementNotice.ENTERED,
                          SupplementNotice.MOVED,
                          SupplementNotice.LEFT_THE_COUNTRY,
                          SupplementNotice.RETURNED,
                          SupplementNotice.CORRECTED,
                          SupplementNotice.DIED));
      SupplementInformation abroad = history(server, person.recordCode()).get(2);
      assertThat(abroad.state()).isEqualTo(SupplementState.ABROAD);
      assertThat(abroad.address()).isEmpty();
      assertThat(abroad.lastAddress()).contains("茨城県つくば市見本町2番地");
      SupplementInformation last = history(server, person.recordCode()).getLast();
      assertThat(last.state()).isEqualTo(SupplementState.REMOVED);
      assertThat(last.name()).isEqualTo("架空 附票介");
    }
    awaitEqualFiles();
  }

  @Test
  @DisplayName("外国人住民に附票はなく、帰化すると作られる")
  void aForeignerHasNoneAndGetsOneWithNaturalisation() {
    var taking = COUNTRY.bean(TakeEvent.class);
    NewResident person = newResident("08220950021", "KAKU TESTO", "PHL");
    int index = moveIn(person, "13121");
    taking.take(TSUKUBA, new ResidentEvent.Naturalisation(index, "架空 帰化子", APRIL));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(history(SupplementServers.NATIONAL, person.recordCode()))
                    .extracting(SupplementInformation::name)
                    .containsExactly("架空 帰化子"));
  }

  @Test // JN-04 JN-05 JN-08 JN-09
  @DisplayName("論理チェックに反する更新は断られ、何も変わらない")
  void changesThatCannotBeAreRefused() {
    play(COUNTRY.bean(UpdateScene.class), 7);
  }

  @Test // JN-10 JN-12 JN-13
  @DisplayName("検索と全国サーバへの照会は氏名と住所か生年月日があるときだけ、条件に合う人だけを返す")
  void searchInquiryAndDisclosureAnswerWhatWasAskedAndNoMore() {
    play(COUNTRY.bean(SearchScene.class), 4);
  }

  @Test // JN-07
  @DisplayName("整合性確認の結果が市町村CSと附票都道府県サーバに戻る")
  void theResultOfAComparisonComesBack() {
    play(COUNTRY.bean(ComparisonScene.class), 1);
  }

  /** Plays a scene; each refusal that it returns must stand in the log, and no other. */
  private void play(Scene scene, int refusals) {
    long before = lastCommunication();
    List<Scene.ProvokedRefusal> provoked = scene.play(APRIL);
    assertThat(provoked).hasSize(refusals);
    assertThat(
            log.after(before, Integer.MAX_VALUE).stream()
                .filter(one -> one.fault().isPresent())
                .filter(one -> one.message().startsWith("supplement"))
                .map(
                    one ->
                        new Scene.ProvokedRefusal(
                            one.to(), one.message(), one.fault().orElseThrow())))
        .containsExactlyInAnyOrderElementsOf(provoked);
  }

  @Test // JN-11 JN-12 JN-37
  @DisplayName("提供と拒否は、日時、操作者、事務とともに一件ずつ記録される")
  void everyProvisionAndEveryRefusalIsRecorded() {
    Resident resident = resident(101);
    Instant before = COUNTRY.bean(InstantSource.class).instant();

    provide(new Purpose("OPER0101", "K03"), resident.recordCode(), false);
    assertRefused(
        Fault.FORBIDDEN_AFFAIR,
        () -> provide(new Purpose("OPER0101", "K99"), resident.recordCode(), false));

    assertThat(uses.by(IBARAKI, "OPER0101"))
        .allSatisfy(
            use -> {
              assertThat(use.at()).isAfterOrEqualTo(before);
              assertThat(use.requester()).isEqualTo("executive-body-08");
              assertThat(use.kind()).isEqualTo(SupplementUse.Kind.PROVISION);
            })
        .extracting(SupplementUse::affair, SupplementUse::fault)
        .containsExactly(
            tuple("K03", Optional.empty()), tuple("K99", Optional.of(Fault.FORBIDDEN_AFFAIR)));
    assertThat(uses.about(IBARAKI, resident.recordCode())).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test // JN-28
  @DisplayName("個人番号は提供の回答のためだけに引き出され、回答の後、一時領域にもデータベースのどこにも残らない")
  void aNumberIsPulledForOneAnswerAndLeavesNoTrace() {
    Resident resident = resident(102);
    String number = resident.individualNumber().value();

    SupplementProvision.Provided provided =
        provide(new Purpose("OPER0102", "K01"), resident.recordCode(), true);

    assertThat(servers.folderOf(IBARAKI).open(provided.sealedNumber().orElseThrow()))
        .asString()
        .isEqualTo(number);
    assertThat(provided.sealedNumber().orElseThrow().bytes()).doesNotContain(number);
    assertThat(COUNTRY.bean(PullIndividualNumber.class).areaOf(IBARAKI).isEmpty()).isTrue();
    assertThat(uses.by(IBARAKI, "OPER0102"))
        .singleElement()
        .satisfies(use -> assertThat(use.individualNumber()).isTrue());
    assertThat(columnsWith(number)).isEmpty();
    // the search would find it: of the same kind of column, with something that is there
    assertThat(columnsWith("OPER0102")).containsExactly("supplement_use.operator");
    assertThat(everythingStored()).isNotEmpty().noneMatch(text -> text.contains(number));
  }

  @Test // JN-28
  @DisplayName("番号を引き出せなかった提供は断られて記録され、一時領域には何も残らない")
  void aPullThatFailsIsRecordedAndLeavesTheAreaEmpty() {
    Resident resident = resident(103);
    KnownResidents.without(
        COUNTRY,
        new CountrySystem(SystemKind.PREFECTURAL_SERVER, "08"),
        resident.recordCode(),
        () ->
            assertRefused(
                Fault.UNKNOWN,
                () -> provide(new Purpose("OPER0103", "K01"), resident.recordCode(), true)));

    assertThat(uses.by(IBARAKI, "OPER0103"))
        .singleElement()
        .satisfies(
            use -> {
              assertThat(use.fault()).contains(Fault.UNKNOWN);
              assertThat(use.individualNumber()).isFalse();
            });
    assertThat(COUNTRY.bean(PullIndividualNumber.class).areaOf(IBARAKI).isEmpty()).isTrue();
  }

  @Test // JN-28
  @DisplayName("番号を添えられない事務、検索、開示では、番号は引き出されない")
  void withoutAProvisionUnderWayNothingIsPulled() {
    Resident resident = resident(104);
    var person = resident.basicInformation();
    int before = pulls();

    assertRefused(
        Fault.FORBIDDEN_AFFAIR,
        () -> provide(new Purpose("OPER0104", "K03"), resident.recordCode(), true));
    provide(new Purpose("OPER0104", "K01"), resident.recordCode(), false);
    systems.send(
        BODY,
        IBARAKI,
        SupplementSearch.MESSAGE,
        new SupplementSearch(
            new Purpose("OPER0104", "K01"),
            SupplementConditions.of(person.name(), person.birthDate())),
        SupplementSearch.Found.class);
    systems.send(
        BODY,
        IBARAKI,
        SupplementDisclosure.MESSAGE,
        new SupplementDisclosure(
            "OPER0104", resident.recordCode(), person.name(), person.birthDate()),
        SupplementDisclosure.Printed.class);
    var over = new ProvisionUnderWay(IBARAKI, resident.recordCode());
    over.close();
    assertThatThrownBy(
            () -> COUNTRY.bean(PullIndividualNumber.class).forAnswer(over, digits -> "kept"))
        .isInstanceOf(IllegalStateException.class);

    assertThat(pulls()).isEqualTo(before);
  }

  @Test // JN-09
  @DisplayName("提供を求められるのは同じ都道府県の他の執行機関だけ")
  void nobodyElseIsProvidedWithIt() {
    var request =
        new SupplementProvision(
            new Purpose("OPER0105", "K01"),
            SupplementConditions.of(resident(105).recordCode()),
            false);
    assertRefused(
        Fault.FORBIDDEN_SENDER,
        () ->
            systems.send(
                new CountrySystem(SystemKind.MUNICIPAL_SERVER, "08220"),
                IBARAKI,
                SupplementProvision.MESSAGE,
                request,
                SupplementProvision.Provided.class));
    assertThatThrownBy(
            () ->
                systems.send(
                    new CountrySystem(SystemKind.EXECUTIVE_BODY, "13"),
                    IBARAKI,
                    SupplementProvision.MESSAGE,
                    request,
                    SupplementProvision.Provided.class))
        .isInstanceOf(ForbiddenLinkException.class);
  }

  @Test
  @DisplayName("開示帳票には18項目が印刷され、個人番号も戸籍の表示もない")
  void aDisclosurePrintsAllItemsAndNoNumber() {
    Resident resident = resident(106);
    var person = resident.basicInformation();

    String form =
        systems
            .send(
                BODY,
                IBARAKI,
                SupplementDisclosure.MESSAGE,
                new SupplementDisclosure(
                    "OPER0106", resident.recordCode(), person.name(), person.birthDate()),
                SupplementDisclosure.Printed.class)
            .form();

    assertThat(form)
        .contains("18 通知区分", person.name(), person.address(), resident.recordCode().value())
        .doesNotContain(resident.individualNumber().value(), "筆頭者", "本籍");
    assertThat(form.lines().filter(line -> line.matches("[ 1][0-9] .*\t.*"))).hasSize(18);
  }

  @Test // JN-32
  @DisplayName("保存期間を過ぎた履歴と消除された附票は消え、今ある附票は残る")
  void whatEndedBeforeTheRetentionIsRemoved() {
    var records =
        new SupplementRecords(
            new CountrySystem(SystemKind.SUPPLEMENT_PREFECTURAL_SERVER, "99"),
            COUNTRY.bean(JdbcClient.class),
            Vault.of(
                COUNTRY.bean(MockNetworkSettings.class).secretFile("supplement-test-key"),
                new SecureRandom()));
    var living = new ResidentRecordCode("08220950031");
    var dead = new ResidentRecordCode("08220950032");
    Instant ago = Instant.parse("1870-01-01T00:00:00Z");
    records.take(TestSupplements.change(living, SupplementNotice.ENTERED, 1), ago);
    records.take(
        TestSupplements.change(
            living, SupplementNotice.MOVED, 2, TestSupplements.NAME, "茨城県つくば市見本町3番地"),
        ago.plusSeconds(1));
    records.take(TestSupplements.change(dead, SupplementNotice.ENTERED, 1), ago);
    records.take(TestSupplements.change(dead, SupplementNotice.DIED, 2), APRIL);

    assertThat(records.removeEndedBefore(APRIL.minusSeconds(1))).isEqualTo(1);
    assertThat(records.history(living)).extracting(SupplementChange::version).containsExactly(2);
    assertThat(records.history(dead)).hasSize(2);

    assertThat(records.removeEndedBefore(APRIL.plusSeconds(1))).isEqualTo(2);
    assertThat(records.history(living)).extracting(SupplementChange::version).containsExactly(2);
    assertThat(records.history(dead)).isEmpty();
  }

  private int pulls() {
    return (int)
        log.after(0, Integer.MAX_VALUE).stream()
            .filter(one -> one.message().equals("individual-number"))
            .count();
  }

  private long lastCommunication() {
    return log.after(0, Integer.MAX_VALUE).stream()
        .mapToLong(Communication::number)
        .max()
        .orElse(0);
  }

  private SupplementProvision.Provided provide(
      Purpose purpose, ResidentRecordCode code, boolean withNumber) {
    return systems.send(
        BODY,
        IBARAKI,
        SupplementProvision.MESSAGE,
        new SupplementProvision(purpose, SupplementConditions.of(code), withNumber),
        SupplementProvision.Provided.class);
  }

  /** Every column of the database in which a value stands in the clear. */
  private List<String> columnsWith(String value) {
    var jdbc = COUNTRY.bean(JdbcClient.class);
    record Column(String table, String name, boolean bytes) {
      boolean holds(JdbcClient jdbc, String value) {
        String found =
            bytes
                ? "position(convert_to(:value, 'UTF8') in %1$s) > 0"
                : "position(:value in %1$s::text) > 0";
        return jdbc.sql(
                ("select exists (select 1 from %2$s where " + found + ")")
                    .formatted('"' + name + '"', '"' + table + '"'))
            .param("value", value)
            .query(Boolean.class)
            .single();
      }
    }
    return jdbc
        .sql(
            """
            select c.table_name, c.column_name, c.data_type = 'bytea'
              from information_schema.columns c join information_schema.tables t
                on t.table_schema = c.table_schema and t.table_name = c.table_name
             where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
               and c.data_type in ('bytea', 'text', 'character varying', 'json', 'jsonb', 'ARRAY')
            """)
        .query((row, n) -> new Column(row.getString(1), row.getString(2), row.getBoolean(3)))
        .list()
        .stream()
        .filter(column -> column.holds(jdbc, value))
        .map(column -> column.table() + "." + column.name())
        .toList();
  }

  /** What the server's own file holds, opened. */
  private List<String> everythingStored() {
    Vault vault = servers.vaultOf(IBARAKI);
    return COUNTRY
        .bean(JdbcClient.class)
        .sql("select body from supplement_record where system = ?")
        .param(IBARAKI.label())
        .query(byte[].class)
        .list()
        .stream()
        .map(body -> new String(vault.open(body), StandardCharsets.UTF_8))
        .toList();
  }

  private List<SupplementInformation> history(CountrySystem server, ResidentRecordCode code) {
    return servers.recordsOf(server).history(code).stream()
        .map(SupplementChange::information)
        .toList();
  }

  private static Resident resident(int index) {
    return COUNTRY.bean(ResidentRegisters.class).of(TSUKUBA).resident(index);
  }

  private static int moveIn(NewResident person, String from) {
    return COUNTRY
        .bean(TakeEvent.class)
        .take(TSUKUBA, new ResidentEvent.MoveIn(List.of(person), from, APRIL))
        .changed()
        .getFirst()
        .index();
  }

  private static NewResident newResident(String code, String name, String nationality) {
    return new NewResident(
        IndividualNumber.fictitious(code),
        new ResidentRecordCode(code),
        new BasicInformation(name, "茨城県つくば市架空町1番地", TestSupplements.BORN, "1"),
        nationality,
        new HouseholdInformation.Head());
  }

  private static void assertRefused(Fault fault, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            RefusedCallException.class, refused -> assertThat(refused.fault()).isEqualTo(fault));
  }
}
