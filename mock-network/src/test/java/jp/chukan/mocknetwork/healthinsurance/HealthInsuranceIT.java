package jp.chukan.mocknetwork.healthinsurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.inquiryfile.ResultEncoding;
import jp.chukan.contract.inquiryfile.ResultFileReader;
import jp.chukan.contract.inquiryfile.ResultLine;
import jp.chukan.mocknetwork.coresystem.ScheduleItem;
import jp.chukan.mocknetwork.inquiryrelay.BusinessInquiry;
import jp.chukan.mocknetwork.inquiryrelay.BusinessInquiryFile;
import jp.chukan.mocknetwork.insurancetally.FormerMembership;
import jp.chukan.mocknetwork.insurancetally.HighCostCounts;
import jp.chukan.mocknetwork.insurerserver.FormerPeriod;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.qualificationcheck.AcquisitionReason;
import jp.chukan.mocknetwork.qualificationcheck.InsuredNumber;
import jp.chukan.mocknetwork.qualificationcheck.LossReason;
import jp.chukan.mocknetwork.qualificationcheck.Qualification;
import jp.chukan.mocknetwork.qualificationcheck.QualificationLoss;
import jp.chukan.mocknetwork.residentnotice.RemovalReason;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;
import jp.chukan.mocknetwork.residentnotice.ResidentNotices;
import jp.chukan.mocknetwork.testing.KeptLines;
import jp.chukan.mocknetwork.testing.NoticedPerson;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("国民健康保険システム")
class HealthInsuranceIT {
  private static final String PLACE = "13121";
  private static final CountrySystem RECORDS =
      new CountrySystem(SystemKind.RESIDENT_RECORDS, PLACE);
  private static final CountrySystem INSURANCE =
      new CountrySystem(SystemKind.HEALTH_INSURANCE, PLACE);
  private static final InstitutionCode ADACHI = new InstitutionCode("0220113121101700");
  private static final Instant FILES = Instant.parse("2025-01-01T00:00:00Z");
  private static final AtomicInteger POSITIONS = new AtomicInteger(7_300_000);
  private static final LocalDate BORN = LocalDate.of(1980, 2, 3);
  private static final LocalDate REMOVAL = LocalDate.of(2026, 10, 20);
  private static final SpecificPersonalInformationCode TAXES =
      new SpecificPersonalInformationCode("TM00000000000002");
  private static final ProviderDesignation SETAGAYA = new ProviderDesignation("0220113112101700");

  private final RunningCountry country = RunningCountry.get();
  private final InsuredPersons persons = country.bean(InsuredPersons.class);

  @AfterAll
  static void forgetThem() {
    NoticedPerson.forgetAll(RunningCountry.get());
  }

  /** Somebody in a household of its own that is insured. */
  private static NoticedPerson somebody(LocalDate birthDate) {
    int position = POSITIONS.addAndGet(3);
    return NoticedPerson.of(position, position - position % 3, birthDate);
  }

  private int send(ResidentNotice... notices) {
    return country
        .bean(Systems.class)
        .send(
            RECORDS,
            INSURANCE,
            ResidentNotices.MESSAGE,
            new ResidentNotices(List.of(notices)),
            ResidentNotices.Taken.class)
        .renewed();
  }

  private Optional<InsuredPerson> insured(NoticedPerson person) {
    return persons.find(PLACE, person.individualNumber());
  }

  private Qualification qualification(NoticedPerson person) {
    return insured(person).orElseThrow().qualification();
  }

  private void awaitPrefecture() {
    KeptLines.awaitTaken(country, SystemKind.HEALTH_INSURANCE, SystemKind.INSURANCE_TALLY);
  }

  @Test // T:2131
  @DisplayName("転入で資格を取得し、世帯は一つの記号番号、枝番は一人ずつになる")
  void whoMovesInIsInsured() {
    NoticedPerson first = somebody(BORN);
    NoticedPerson second =
        NoticedPerson.of(first.position() + 1, first.household(), LocalDate.of(2010, 4, 1));

    send(first.notice(1), second.notice(1));

    assertThat(qualification(first).acquiredOn()).isEqualTo(first.since());
    assertThat(qualification(first).acquired()).isEqualTo(AcquisitionReason.MOVED_IN);
    assertThat(qualification(first).loss()).isEmpty();
    assertThat(qualification(first).insured().number())
        .isEqualTo(qualification(second).insured().number());
    assertThat(List.of(qualification(first), qualification(second)))
        .extracting(one -> one.card().branch())
        .containsExactly("01", "02");
  }

  @Test // T:2449
  @DisplayName("オンライン資格確認の十項目が住民票と申し出のとおりになる")
  void theTenItemsFollowTheRecordAndTheWishes() {
    NoticedPerson person = somebody(BORN);
    send(person.notice(1));
    assertThat(qualification(person).card().name()).isEqualTo("試験 花子");
    assertThat(qualification(person).card().reading()).contains("シケン ハナコ");
    assertThat(qualification(person).card().realName()).isEmpty();

    country
        .bean(ChangeCard.class)
        .change(
            PLACE,
            person.position(),
            new CardWording(Optional.of("ハナ・テスト"), Optional.of("ハナ テスト"), true));

    assertThat(qualification(person).card().name()).isEqualTo("ハナ・テスト");
    assertThat(qualification(person).card().reading()).contains("ハナ テスト");
    assertThat(qualification(person).card().realName()).contains("試験 花子");
    assertThat(qualification(person).card().realNameReading()).contains("シケン ハナコ");
    assertThat(qualification(person).card().sexOnReverse()).isTrue();
    assertThat(qualification(person).version()).isEqualTo(2);

    send(person.named("試験 だれか").notice(2));
    assertThat(qualification(person).card().name()).isEqualTo("ハナ・テスト");
    assertThat(qualification(person).card().realName()).contains("試験 だれか");
    assertThat(qualification(person).card().realNameReading()).isEmpty();
  }

  @Test // MU-05
  @DisplayName("支援措置の人は自己情報不開示になり、終われば解かれる")
  void supportBecomesNonDisclosure() {
    NoticedPerson person = somebody(BORN);
    send(person.notice(1));
    assertThat(qualification(person).card().undisclosed()).isFalse();

    send(person.supported(true).notice(2));
    assertThat(qualification(person).card().undisclosed()).isTrue();

    send(person.notice(3));
    assertThat(qualification(person).card().undisclosed()).isFalse();
  }

  @ParameterizedTest // T:2131
  @DisplayName("転出はその日、死亡と国外転出はその翌日に資格を失い、証は回収になる")
  @CsvSource({
    "MOVED_OUT, MOVED_OUT, 2026-10-20",
    "DIED, DIED, 2026-10-21",
    "LEFT_THE_COUNTRY, LEFT_THE_COUNTRY, 2026-10-21"
  })
  void whoIsGoneLosesTheQualification(RemovalReason removal, LossReason reason, LocalDate on) {
    NoticedPerson person = somebody(BORN);
    send(person.notice(1));

    send(person.removed(removal, REMOVAL).notice(2));

    assertThat(qualification(person).loss()).contains(new QualificationLoss(on, reason));
    assertThat(qualification(person).card().toBeReturnedSince()).contains(on);
  }

  @Test
  @DisplayName("戻ってきた人は同じ番号で取得し直し、前の期間は履歴に残る")
  void whoComesBackIsInsuredAgain() {
    NoticedPerson person = somebody(BORN);
    send(person.notice(1));
    InsuredNumber number = qualification(person).insured();
    send(person.removed(RemovalReason.MOVED_OUT, REMOVAL).notice(2));

    send(person.again(person.position() + 1, REMOVAL.plusDays(9)).notice(3));
    send(person.removed(RemovalReason.DIED, REMOVAL).notice(4));

    assertThat(qualification(person).insured()).isEqualTo(number);
    assertThat(qualification(person).acquiredOn()).isEqualTo(REMOVAL.plusDays(9));
    assertThat(qualification(person).loss()).isEmpty();
    assertThat(insured(person).orElseThrow().former())
        .containsExactly(
            new FormerPeriod(
                person.since(),
                AcquisitionReason.MOVED_IN,
                new QualificationLoss(REMOVAL, LossReason.MOVED_OUT)));
  }

  @Test
  @DisplayName("帰化では資格を失わない")
  void whoIsNaturalisedStaysInsured() {
    NoticedPerson person = somebody(BORN);
    send(person.notice(1));

    send(
        person.removed(RemovalReason.NATURALISED, REMOVAL).notice(2),
        person.again(person.position() + 1, REMOVAL).named("試験 月子").notice(2));

    assertThat(qualification(person).acquiredOn()).isEqualTo(person.since());
    assertThat(qualification(person).loss()).isEmpty();
    assertThat(qualification(person).card().name()).isEqualTo("試験 月子");
  }

  @Test
  @DisplayName("75歳の誕生日に後期高齢者医療に移り、その前の日まではここの被保険者である")
  void whoTurnsSeventyFiveGoesOver() {
    LocalDate birthday = LocalDate.of(2027, 3, 5);
    NoticedPerson person = somebody(birthday.minusYears(75));
    NoticedPerson older = somebody(LocalDate.of(1940, 1, 1));
    send(person.notice(1), older.notice(1));
    var taking = country.bean(TakeResidents.class);

    taking.closeDay(PLACE, birthday.minusDays(1));
    assertThat(insured(person).orElseThrow().isInsured()).isTrue();
    taking.closeDay(PLACE, birthday);

    assertThat(qualification(person).loss())
        .contains(new QualificationLoss(birthday, LossReason.LATTER_STAGE));
    assertThat(insured(older)).isEmpty();
    assertThat(taking.closeDay(PLACE, birthday)).isZero();
  }

  @ParameterizedTest
  @DisplayName("高齢受給者は70歳の誕生日の翌月から。一日生まれはその月から")
  @CsvSource({"1956-11-20, 2026-12-01", "1956-11-01, 2026-11-01", "1956-12-31, 2027-01-01"})
  void elderlyFromTheMonthAfterTheBirthday(LocalDate born, LocalDate from) {
    assertThat(DecideQualification.elderlyFrom(born)).isEqualTo(from);
  }

  @Test
  @DisplayName("社会保険に入ると喪失し、離れると取得する")
  void employeesInsuranceTakesAndGivesBack() {
    NoticedPerson person = somebody(BORN);
    NoticedPerson employed = NoticedPerson.of(person.position() + 1, person.household() + 1, BORN);
    send(person.notice(1), employed.notice(1));
    assertThat(insured(employed)).isEmpty();
    var employment = country.bean(ReportEmployment.class);

    employment.joined(PLACE, person.position(), REMOVAL);
    employment.left(PLACE, employed.position(), REMOVAL);

    assertThat(qualification(person).loss())
        .contains(new QualificationLoss(REMOVAL, LossReason.JOINED_EMPLOYEES_INSURANCE));
    assertThat(qualification(employed).acquired())
        .isEqualTo(AcquisitionReason.LEFT_EMPLOYEES_INSURANCE);
    send(person.named("試験 雪子").notice(2));
    assertThat(insured(person).orElseThrow().isInsured()).isFalse();
    assertThatThrownBy(() -> employment.left(PLACE, employed.position(), REMOVAL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test // T:2131
  @DisplayName("県内の他の市町村から続けて移った人は、資格取得年月日と高額該当回数を引き継ぐ")
  void whoMovesWithinThePrefectureKeepsDateAndCounts() {
    NoticedPerson person = somebody(BORN);
    send(person.notice(1));
    InsuredNumber number = qualification(person).insured();
    LocalDate acquired = LocalDate.of(2019, 4, 1);
    List<YearMonth> months =
        IntStream.of(7, 8, 9).mapToObj(month -> YearMonth.of(2024, month)).toList();

    country
        .bean(ReportFormerMembership.class)
        .report(number, new FormerMembership("13104", acquired, person.since(), months));
    country.bean(HighCostBenefits.class).pay(number, YearMonth.of(2024, 10));
    awaitPrefecture();

    assertThat(insured(person).orElseThrow().continuousSince()).contains(acquired);
    assertThat(country.bean(HighCostBenefits.class).count(number, YearMonth.of(2024, 10)))
        .contains(new HighCostCounts.Count(number, YearMonth.of(2024, 10), 4, true));
  }

  @ParameterizedTest // T:2131
  @DisplayName("他県から来た人と、一日でも空いた人は、新たに始まる")
  @CsvSource({"08203, 0", "13104, 1", "13121, 0"})
  void whoComesFromElsewhereOrLaterBeginsAnew(String municipality, int daysBetween) {
    NoticedPerson person = somebody(BORN);
    send(person.notice(1));
    InsuredNumber number = qualification(person).insured();

    country
        .bean(ReportFormerMembership.class)
        .report(
            number,
            new FormerMembership(
                municipality,
                LocalDate.of(2019, 4, 1),
                person.since().minusDays(daysBetween),
                List.of(YearMonth.of(2024, 7), YearMonth.of(2024, 8), YearMonth.of(2024, 9))));
    country.bean(HighCostBenefits.class).pay(number, YearMonth.of(2024, 10));
    awaitPrefecture();

    assertThat(insured(person).orElseThrow().continuousSince()).contains(person.since());
    assertThat(country.bean(HighCostBenefits.class).count(number, YearMonth.of(2024, 10)))
        .hasValueSatisfying(count -> assertThat(count.count()).isEqualTo(1));
  }

  @Test // MS-24
  @DisplayName("照会は宛名管理を通り、結果は照会したシステムに返る")
  void inquiresThroughTheHub() {
    NoticedPerson person = somebody(BORN);
    send(person.notice(1));
    KeptLines.awaitTaken(country, SystemKind.HEALTH_INSURANCE);
    var inquire = country.bean(InquireThroughHub.class);

    BusinessInquiry.Asked asked =
        inquire.ask(PLACE, person.position(), new ScheduleItem("42"), SETAGAYA, TAXES);

    BusinessInquiry.Result result = inquire.result(PLACE, asked.reference().orElseThrow());
    assertThat(result.complete()).isTrue();
    assertThat(result.errorCode()).isEmpty();
    assertThat(country.gateway().inquiries().getLast().affair())
        .isEqualTo(new ScheduleItem("42").affair());
  }

  @Test // MS-24 MU-04
  @DisplayName("宛名管理の知らない人、他の番号の結果、他の事務の照会は断られる")
  void inquiresAboutNobodyElse() {
    var inquire = country.bean(InquireThroughHub.class);
    int stranger = POSITIONS.addAndGet(3);
    int before = country.gateway().inquiries().size();

    assertRefused(
        Fault.UNKNOWN, () -> inquire.ask(PLACE, stranger, new ScheduleItem("42"), SETAGAYA, TAXES));
    assertRefused(
        Fault.UNKNOWN,
        () -> inquire.result(PLACE, new ReceptionNumber("HUB000000000000000000000000")));
    assertThatThrownBy(() -> inquire.ask(PLACE, stranger, new ScheduleItem("74"), SETAGAYA, TAXES))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(country.gateway().inquiries()).hasSize(before);
  }

  @Test // MS-24
  @DisplayName("照会ファイルも宛名管理を通り、結果は出したシステムにだけ返る")
  void inquiresByFileThroughTheHub() {
    NoticedPerson first = somebody(BORN);
    NoticedPerson second = somebody(BORN);
    send(first.notice(1), second.notice(1));
    KeptLines.awaitTaken(country, SystemKind.HEALTH_INSURANCE);
    var inquire = country.bean(InquireByFile.class);
    Instant now = FILES.plusSeconds(POSITIONS.get());
    List<Integer> positions = List.of(first.position(), second.position(), POSITIONS.addAndGet(3));

    BusinessInquiryFile.HandedIn handedIn =
        inquire.handIn(ADACHI, positions, new ScheduleItem("42"), SETAGAYA, TAXES, now);

    assertThat(handedIn.lines()).isEqualTo(3);
    assertThat(handedIn.toldBack()).isEqualTo(1);
    await().until(() -> inquire.result(PLACE, handedIn.reference()).content().isPresent());
    assertThat(
            ResultFileReader.read(
                inquire.result(PLACE, handedIn.reference()).bytes().orElseThrow(),
                ResultEncoding.UTF_8))
        .extracting(ResultLine::status)
        .containsExactly(InquiryStatus.COMPLETED, InquiryStatus.COMPLETED, InquiryStatus.REFUSED);
    assertRefused(
        Fault.ALREADY_PRESENT,
        () ->
            inquire.handIn(
                ADACHI, positions.subList(0, 1), new ScheduleItem("42"), SETAGAYA, TAXES, now));
    assertRefused(Fault.UNKNOWN, () -> inquire.result("08220", handedIn.reference()));
    assertThatThrownBy(
            () -> inquire.handIn(ADACHI, positions, new ScheduleItem("74"), SETAGAYA, TAXES, now))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test // MS-24 JN-05
  @DisplayName("他の市町村の照会ファイルと、ファイルでないものは、宛名管理が受け取らない")
  void theHubTakesNoFileOfAnother() {
    byte[] own =
        InquireByFile.file(ADACHI, List.of(1), new ScheduleItem("42"), SETAGAYA, TAXES, FILES)
            .bytes();
    String name = "P640R110_20260102030405_0001.DAT";

    assertFileRefused(
        Fault.FORBIDDEN_SENDER,
        "institution",
        BusinessInquiryFile.of(
            name,
            new String(own, StandardCharsets.US_ASCII)
                .replace(ADACHI.value(), "0220108220101700")
                .getBytes(StandardCharsets.US_ASCII)));
    assertFileRefused(Fault.MALFORMED, "fileName", BusinessInquiryFile.of("another.DAT", own));
    assertFileRefused(Fault.MALFORMED, "content", new BusinessInquiryFile(name, "%"));
  }

  private void assertFileRefused(Fault fault, String place, BusinessInquiryFile file) {
    assertThatThrownBy(
            () ->
                country
                    .bean(Systems.class)
                    .send(
                        INSURANCE,
                        new CountrySystem(SystemKind.ADDRESSEE_HUB, PLACE),
                        BusinessInquiryFile.MESSAGE,
                        file,
                        BusinessInquiryFile.HandedIn.class))
        .isInstanceOfSatisfying(
            RefusedCallException.class,
            refused -> {
              assertThat(refused.fault()).isEqualTo(fault);
              assertThat(refused.place()).isEqualTo(place);
            });
  }

  @Test // MS-44
  @DisplayName("被保険者は暗号化して保管する")
  void storesNothingPersonalInTheClear() {
    NoticedPerson person = somebody(BORN);
    send(person.notice(1));

    List<byte[]> stored =
        country
            .bean(JdbcClient.class)
            .sql("select body || person_index || insured_index from insured_person")
            .query(byte[].class)
            .list();
    assertThat(stored)
        .isNotEmpty()
        .noneMatch(
            bytes ->
                new String(bytes, StandardCharsets.UTF_8).contains("試験")
                    || new String(bytes, StandardCharsets.ISO_8859_1)
                        .contains(person.individualNumber().value()));
  }

  private static void assertRefused(Fault fault, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            RefusedCallException.class, refused -> assertThat(refused.fault()).isEqualTo(fault));
  }
}
