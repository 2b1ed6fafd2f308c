package jp.chukan.mocknetwork.tax;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.municipality.AddresseeHub;
import jp.chukan.mocknetwork.municipality.BusinessSystem;
import jp.chukan.mocknetwork.residentnotice.RemovalReason;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;
import jp.chukan.mocknetwork.residentnotice.ResidentNotices;
import jp.chukan.mocknetwork.scenario.CopiedFile;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.testing.KeptLines;
import jp.chukan.mocknetwork.testing.NoticedPerson;
import jp.chukan.mocknetwork.testing.RunningCountry;
import jp.chukan.mocknetwork.testing.ToldResidents;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("税務システム")
class TaxIT {
  private static final String PLACE = "13121";
  private static final InstitutionCode ADACHI = new InstitutionCode("0220113121101700");
  private static final CountrySystem RECORDS =
      new CountrySystem(SystemKind.RESIDENT_RECORDS, PLACE);
  private static final CountrySystem TAX = new CountrySystem(SystemKind.TAX, PLACE);
  private static final AtomicInteger POSITIONS = new AtomicInteger(7_100_000);

  private final RunningCountry country = RunningCountry.get();
  private final Systems systems = country.bean(Systems.class);

  @AfterAll
  static void forgetThem() {
    NoticedPerson.forgetAll(RunningCountry.get());
  }

  private static NoticedPerson somebody() {
    int position = POSITIONS.incrementAndGet();
    return NoticedPerson.of(position, position, LocalDate.of(1980, 2, 3));
  }

  private int send(ResidentNotice... notices) {
    return systems
        .send(
            RECORDS,
            TAX,
            ResidentNotices.MESSAGE,
            new ResidentNotices(List.of(notices)),
            ResidentNotices.Taken.class)
        .renewed();
  }

  private ResidentNotice known(NoticedPerson person) {
    return country.bean(TaxResidents.class).at(PLACE).find(PLACE, person.position()).orElseThrow();
  }

  private Map<AddresseeNumber, UnifiedAddresseeNumber> resolved(AddresseeNumber number) {
    return country.bean(AddresseeHub.class).resolve(ADACHI, BusinessSystem.TAX, List.of(number));
  }

  private String registered(NoticedPerson person) {
    KeptLines.awaitTaken(country, SystemKind.TAX);
    AddresseeNumber number = BusinessSystem.TAX.ofResident(person.position());
    String unified = Objects.requireNonNull(resolved(number).get(number)).value();
    return country.gateway().received("/municipal/replicas").stream()
        .map(request -> new String(request.getBody(), StandardCharsets.UTF_8))
        .flatMap(body -> List.of(body.split("<InformationOfSPIRegistrationDelete>", -1)).stream())
        .filter(record -> record.contains("<IntegratedAddressNumber>" + unified + "<"))
        .collect(joining());
  }

  @Test // MU-16
  @DisplayName("新しい異動通知だけが写しを変え、古いものと同じものは何も変えない")
  void theNewestNoticeWins() {
    NoticedPerson person = somebody();

    assertThat(send(person.notice(5))).isEqualTo(1);
    assertThat(send(person.named("試験 月子").notice(9))).isEqualTo(1);
    assertThat(send(person.named("試験 雪子").notice(7), somebody().notice(7))).isEqualTo(1);
    assertThat(send(person.named("試験 雪子").notice(9))).isZero();

    assertThat(known(person).person().name()).isEqualTo("試験 月子");
  }

  @Test // MS-60
  @DisplayName("新しい住民の地方税関係情報は、宛名管理を通して副本になる")
  void theTaxInformationOfANewResidentIsRegistered() {
    NoticedPerson person = somebody();

    send(person.notice(1));

    assertThat(registered(person))
        .contains("TM00000000000002", "<TK00000000002204 ", "<TK00000000002235")
        .doesNotContain("<AutoResponseProhibited>1<");
  }

  @Test // MU-05
  @DisplayName("支援措置が始まると、副本は自動応答不可・不開示で登録し直される")
  void theBeginningOfASupportMeasureRegistersItAgain() {
    NoticedPerson person = somebody();
    send(person.notice(1));

    send(person.supported(true).notice(2));

    assertThat(registered(person)).contains("<AutoResponseProhibited>1<", "<NonDisclosureCode>1<");
  }

  @Test // MU-25
  @DisplayName("副本に関わらない変更では登録し直さない")
  void anotherHeadOfTheHouseholdRegistersNothing() {
    NoticedPerson person = somebody();
    send(person.notice(1));
    registered(person);
    country.gateway().behaveWell();
    ResidentNotice before = person.notice(2);

    send(
        new ResidentNotice(
            before.position(),
            before.individualNumber(),
            before.person(),
            before.nationality(),
            before.household(),
            true,
            before.underSupport(),
            before.since(),
            before.removal(),
            2));

    assertThat(known(person).head()).isTrue();
    assertThat(registered(person)).isEmpty();
  }

  @Test
  @DisplayName("帰化した人の副本は、新しい住民票の番号だけで登録する")
  void whoIsNaturalisedIsRegisteredOnce() {
    NoticedPerson person = somebody();
    NoticedPerson japanese = person.again(POSITIONS.incrementAndGet(), LocalDate.of(2026, 7, 1));

    send(
        person.removed(RemovalReason.NATURALISED, LocalDate.of(2026, 7, 1)).notice(2),
        japanese.notice(2));

    registered(japanese);
    assertThat(resolved(BusinessSystem.TAX.ofResident(person.position()))).isEmpty();
  }

  @Test // JN-39
  @DisplayName("住民の位置に別人の個人番号は受け取らない")
  void somebodyElseUnderTheSamePositionIsRefused() {
    NoticedPerson person = somebody();
    send(person.notice(1));

    assertRefused(
        Fault.NUMBER_OF_ANOTHER,
        "individualNumber",
        somebody().notice(3),
        person.replacedBy(somebody()).notice(3));
    assertThat(known(person)).isEqualTo(person.notice(1));
  }

  @Test // JN-05
  void nobodyStandsTwiceInOneMessage() {
    NoticedPerson person = somebody();

    assertThatThrownBy(() -> send(person.notice(1), person.notice(2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("一日の場面が通り、写しは住民票と等しい")
  void theSceneOfTheDayIsPlayed() {
    NoticedPerson.forgetAll(country);
    ToldResidents.tell(country, SystemKind.TAX);

    assertThat(country.bean(TaxScene.class).play(Instant.parse("2026-11-23T01:00:00Z")))
        .extracting(Scene.ProvokedRefusal::fault)
        .containsExactly(Fault.NUMBER_OF_ANOTHER);
    assertThat(country.bean(TaxCopies.class).compare())
        .hasSize(3)
        .allMatch(CopiedFile.Comparison::isEqual);
    KeptLines.awaitTaken(country, SystemKind.TAX);
  }

  @Test // MS-44
  @DisplayName("住民の写しは暗号化して保管する")
  void storesNothingPersonalInTheClear() {
    NoticedPerson person = somebody();
    send(person.notice(1));

    byte[] stored =
        country
            .bean(JdbcClient.class)
            .sql("select body from resident_copy where system = ? and position = ?")
            .params(TAX.label(), person.position())
            .query(byte[].class)
            .single();
    assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("試験", "架空町");
    assertThat(new String(stored, StandardCharsets.ISO_8859_1))
        .doesNotContain(person.individualNumber().value());
  }

  private void assertRefused(Fault fault, String place, ResidentNotice... notices) {
    assertThatThrownBy(() -> send(notices))
        .isInstanceOfSatisfying(
            RefusedCallException.class,
            refused -> {
              assertThat(refused.fault()).isEqualTo(fault);
              assertThat(refused.place()).isEqualTo(place);
            });
  }
}
