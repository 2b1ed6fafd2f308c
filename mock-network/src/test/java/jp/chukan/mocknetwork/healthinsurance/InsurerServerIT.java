package jp.chukan.mocknetwork.healthinsurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.mocknetwork.insurancetally.HighCosts;
import jp.chukan.mocknetwork.insurancetally.Memberships;
import jp.chukan.mocknetwork.insurerserver.CodeRequestFile;
import jp.chukan.mocknetwork.insurerserver.HistoryQuery;
import jp.chukan.mocknetwork.insurerserver.LinkageCodeFile;
import jp.chukan.mocknetwork.insurerserver.QualificationHistories;
import jp.chukan.mocknetwork.insurerserver.QualificationHistory;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.municipality.BusinessSystem;
import jp.chukan.mocknetwork.municipality.Municipalities;
import jp.chukan.mocknetwork.qualificationcheck.InsuredNumber;
import jp.chukan.mocknetwork.residentnotice.RemovalReason;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;
import jp.chukan.mocknetwork.residentnotice.ResidentNotices;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.testing.KeptLines;
import jp.chukan.mocknetwork.testing.NoticedPerson;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** From the municipality over its prefecture to its partition, and out again. */
@DisplayName("医療保険者等向け中間サーバー等とオンライン資格確認")
class InsurerServerIT {
  private static final String PLACE = "13121";
  private static final InstitutionCode ADACHI = new InstitutionCode("0220113121101700");
  private static final CountrySystem RECORDS =
      new CountrySystem(SystemKind.RESIDENT_RECORDS, PLACE);
  private static final CountrySystem INSURANCE =
      new CountrySystem(SystemKind.HEALTH_INSURANCE, PLACE);
  private static final CountrySystem TSUKUBA =
      new CountrySystem(SystemKind.HEALTH_INSURANCE, "08220");
  private static final CountrySystem TALLY = new CountrySystem(SystemKind.INSURANCE_TALLY, "13");
  private static final CountrySystem TALLY_OF_IBARAKI =
      new CountrySystem(SystemKind.INSURANCE_TALLY, "08");
  private static final CountrySystem SERVER = CountrySystem.only(SystemKind.INSURER_SERVER);
  private static final AtomicInteger POSITIONS = new AtomicInteger(7_400_000);
  private static final AtomicInteger FILES = new AtomicInteger();
  private static final LocalDate REMOVAL = LocalDate.of(2026, 10, 20);

  private final RunningCountry country = RunningCountry.get();
  private final Systems systems = country.bean(Systems.class);

  @AfterAll
  static void forgetThem() {
    NoticedPerson.forgetAll(RunningCountry.get());
  }

  private static NoticedPerson somebody() {
    int position = POSITIONS.addAndGet(3);
    return NoticedPerson.of(position, position - position % 3, LocalDate.of(1980, 2, 3));
  }

  private InsuredNumber insure(NoticedPerson person) {
    tell(person.notice(1));
    return number(person);
  }

  private void tell(ResidentNotice... notices) {
    systems.send(
        RECORDS,
        INSURANCE,
        ResidentNotices.MESSAGE,
        new ResidentNotices(List.of(notices)),
        ResidentNotices.Taken.class);
    KeptLines.awaitTaken(
        country,
        SystemKind.HEALTH_INSURANCE,
        SystemKind.INSURANCE_TALLY,
        SystemKind.INSURER_SERVER);
  }

  private InsuredNumber number(NoticedPerson person) {
    return country
        .bean(InsuredPersons.class)
        .find(PLACE, person.individualNumber())
        .orElseThrow()
        .qualification()
        .insured();
  }

  private QualificationHistory history(InsuredNumber insured) {
    return country.bean(PrepareCodeRequest.class).history(insured);
  }

  @Test // T:2143
  @DisplayName("資格履歴は委託区画に届き、喪失も版の順に届く")
  void theHistoryFollowsTheQualification() {
    NoticedPerson person = somebody();
    InsuredNumber insured = insure(person);
    assertThat(history(insured).current().loss()).isEmpty();

    tell(person.removed(RemovalReason.MOVED_OUT, REMOVAL).notice(2));

    assertThat(history(insured).current())
        .isEqualTo(country.bean(InsuredPersons.class).find(insured).orElseThrow().qualification());
    assertThat(history(insured).current().loss()).isPresent();
  }

  @Test // MU-16
  @DisplayName("古い版の資格履歴は何も変えない")
  void anOlderHistoryChangesNothing() {
    NoticedPerson person = somebody();
    InsuredNumber insured = insure(person);
    QualificationHistory old = history(insured);
    tell(person.removed(RemovalReason.MOVED_OUT, REMOVAL).notice(2));
    QualificationHistory now = history(insured);

    int renewed =
        systems
            .send(
                TALLY,
                SERVER,
                QualificationHistories.MESSAGE,
                new QualificationHistories(PLACE, List.of(old, now)),
                QualificationHistories.Taken.class)
            .renewed();

    assertThat(renewed).isZero();
    assertThat(history(insured)).isEqualTo(now);
  }

  @Test // T:2143
  @DisplayName("他の委託区画は、読むことも書くこともできない")
  void anotherTenantNeitherReadsNorWrites() {
    InsuredNumber insured = insure(somebody());
    QualificationHistory history = history(insured);

    assertRefused(
        Fault.ANOTHER_TENANT,
        () -> send(TSUKUBA, HistoryQuery.MESSAGE, new HistoryQuery(PLACE, insured)));
    assertRefused(
        Fault.UNKNOWN,
        () -> send(TSUKUBA, HistoryQuery.MESSAGE, new HistoryQuery("08220", insured)));
    assertRefused(
        Fault.ANOTHER_TENANT,
        () ->
            send(
                TALLY_OF_IBARAKI,
                QualificationHistories.MESSAGE,
                new QualificationHistories(PLACE, List.of(history))));
    assertRefused(
        Fault.ANOTHER_TENANT,
        () ->
            send(
                TALLY_OF_IBARAKI,
                QualificationHistories.MESSAGE,
                new QualificationHistories("08220", List.of(history))));
  }

  @Test // T:2143
  @DisplayName("データベースの行も、自分の区画でなければ見えず、書けない")
  void theDatabaseShowsRowsOfTheOpenPartitionOnly() {
    insure(somebody());
    JdbcClient jdbc = country.bean(JdbcClient.class);

    assertThat(rowsSeenBy(PLACE)).isPositive();
    assertThat(rowsSeenBy("99999")).isZero();
    assertThat(jdbc.sql("select count(*) from insurer_history").query(Integer.class).single())
        .isZero();
    assertThatThrownBy(
            () ->
                in(
                    "99999",
                    () ->
                        jdbc.sql(
                                """
                                insert into insurer_history
                                  (tenant, insured_index, version, body)
                                values (?, '\\x00', 1, '\\x00')
                                """)
                            .param(PLACE)
                            .update()))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  private int rowsSeenBy(String tenant) {
    return in(
        tenant,
        () ->
            country
                .bean(JdbcClient.class)
                .sql("select count(*) from insurer_history")
                .query(Integer.class)
                .single());
  }

  private int in(String tenant, IntSupplier work) {
    return Optional.ofNullable(
            country
                .bean(TransactionOperations.class)
                .execute(
                    status -> {
                      country
                          .bean(JdbcClient.class)
                          .sql("select set_config('chukan.tenant', ?, true)")
                          .param(tenant)
                          .query(String.class)
                          .single();
                      return work.getAsInt();
                    }))
        .orElseThrow();
  }

  @Test // T:2131
  @DisplayName("他の市町村の被保険者は、県のシステムも受け取らない")
  void aPrefectureTakesNobodyOfAnotherMunicipality() {
    NoticedPerson person = somebody();
    InsuredNumber insured = insure(person);
    Memberships memberships =
        new Memberships(
            List.of(country.bean(InsuredPersons.class).find(insured).orElseThrow().membership()));

    assertRefused(
        Fault.ANOTHER_TENANT,
        () ->
            systems.send(
                TSUKUBA,
                TALLY_OF_IBARAKI,
                Memberships.MESSAGE,
                memberships,
                Memberships.Taken.class));
    assertRefused(
        Fault.UNKNOWN,
        () ->
            systems.send(
                INSURANCE,
                TALLY,
                HighCosts.MESSAGE,
                new HighCosts(
                    List.of(
                        new HighCosts.Report(
                            new InsuredNumber(PLACE, PLACE, "9999999", "01"),
                            YearMonth.of(2026, 1)))),
                HighCosts.Taken.class));
  }

  private Resident acquired(int household) {
    var municipalities = country.bean(Municipalities.class);
    Resident resident =
        municipalities.residents(ADACHI, 0, 1000).stream()
            .filter(one -> one.household() >= household)
            .filter(one -> one.household() % 3 == 0)
            .filter(one -> one.basicInformation().birthDate().isAfter(LocalDate.of(1960, 1, 1)))
            .findFirst()
            .orElseThrow();
    tell(resident.notice(1));
    municipalities.acquireLinkageCodes(
        ADACHI, BusinessSystem.RESIDENT_RECORDS, resident.index(), resident.index() + 1);
    return resident;
  }

  private static String fileName() {
    return "CODES_" + FILES.incrementAndGet();
  }

  @Test // T:2143
  @DisplayName("機関別符号は、要求ファイルの作成と、別の人による開始の二段階で取得する")
  void codesComeInTwoStepsOfWhichAPersonStartsTheSecond() {
    Resident resident = acquired(200);
    var codes = country.bean(PrepareCodeRequest.class);
    String file = fileName();

    List<InsuredNumber> prepared =
        codes.prepare(PLACE, file, "adachi-batch", List.of(resident.index()));
    assertThat(prepared).hasSize(1);
    assertThat(codes.prepare(PLACE, file, "adachi-batch", List.of(resident.index())))
        .isEqualTo(prepared);

    assertRefused(Fault.NO_PERSON, () -> codes.start(PLACE, file, "adachi-batch"));
    assertRefused(Fault.UNKNOWN, () -> codes.start(PLACE, file, "nobody"));
    assertRefused(Fault.ANOTHER_TENANT, () -> codes.start(PLACE, file, "tsukuba-01"));
    assertRefused(Fault.UNKNOWN, () -> codes.start(PLACE, "CODES_0", "adachi-01"));

    assertThat(codes.start(PLACE, file, "adachi-01"))
        .isEqualTo(new LinkageCodeFile(file, "adachi-01", prepared, List.of()));
  }

  @Test // T:2143
  @DisplayName("作成した本人も、作成していないプログラムも開始できない")
  void neitherWhoPreparedTheFileNorAProgramStartsIt() {
    Resident resident = acquired(220);
    var codes = country.bean(PrepareCodeRequest.class);
    String file = fileName();
    codes.prepare(PLACE, file, "adachi-01", List.of(resident.index()));

    assertRefused(Fault.NO_PERSON, () -> codes.start(PLACE, file, "adachi-01"));
    assertRefused(Fault.NO_PERSON, () -> codes.start(PLACE, file, "adachi-batch"));
    assertThat(codes.start(PLACE, file, "adachi-02").coded()).hasSize(1);
  }

  @Test
  @DisplayName("同じ名の別の要求ファイルは受け取らず、コアの知らない番号は次に回る")
  void whatTheCoreDoesNotKnowIsMissing() {
    InsuredNumber insured = insure(somebody());
    String file = fileName();
    CodeRequestFile request =
        new CodeRequestFile(
            PLACE,
            file,
            "adachi-batch",
            List.of(
                new CodeRequestFile.Line(
                    insured, new ProcessingNumber("UNKNOWN" + file.replace("_", "")))));
    send(INSURANCE, CodeRequestFile.MESSAGE, request, CodeRequestFile.Kept.class);

    assertRefused(
        Fault.ALREADY_PRESENT,
        () ->
            send(
                INSURANCE,
                CodeRequestFile.MESSAGE,
                new CodeRequestFile(
                    PLACE,
                    file,
                    "adachi-batch",
                    List.of(
                        new CodeRequestFile.Line(insured, new ProcessingNumber("OTHER000001")))),
                CodeRequestFile.Kept.class));
    assertThat(country.bean(PrepareCodeRequest.class).start(PLACE, file, "adachi-02").missing())
        .containsExactly(insured);
  }

  private void send(CountrySystem from, String message, Object body) {
    send(from, message, body, QualificationHistory.class);
  }

  private <R> R send(CountrySystem from, String message, Object body, Class<R> type) {
    return systems.send(from, SERVER, message, body, type);
  }

  private static void assertRefused(Fault fault, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            RefusedCallException.class, refused -> assertThat(refused.fault()).isEqualTo(fault));
  }
}
