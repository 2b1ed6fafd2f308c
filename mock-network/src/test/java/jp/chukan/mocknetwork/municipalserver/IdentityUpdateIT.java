package jp.chukan.mocknetwork.municipalserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jp.chukan.mocknetwork.identity.ChangeReason;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.identity.IdentityLoad;
import jp.chukan.mocknetwork.identity.IdentityRecords;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.testing.RegisterPeople;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("本人確認情報の更新")
class IdentityUpdateIT {
  private static final String PLACE = "08220";
  private static final CountrySystem RECORDS =
      new CountrySystem(SystemKind.RESIDENT_RECORDS, PLACE);
  private static final CountrySystem SERVER = new CountrySystem(SystemKind.MUNICIPAL_SERVER, PLACE);
  private static final CountrySystem PREFECTURE =
      new CountrySystem(SystemKind.PREFECTURAL_SERVER, "08");
  private static final CountrySystem NATION = CountrySystem.only(SystemKind.NATIONAL_SERVER);

  private final RunningCountry country = RunningCountry.get();
  private final Systems systems = country.bean(Systems.class);

  @AfterEach
  void everythingRuns() {
    systems.doorOf(PREFECTURE).setRunning(true);
    systems.doorOf(NATION).setRunning(true);
  }

  private IdentityRecords fileOf(CountrySystem owner) {
    return country.bean(IdentityFiles.class).of(owner);
  }

  private void send(IdentityInformation change) {
    systems.send(RECORDS, SERVER, IdentityInformation.MESSAGE, change, IdentityLoad.Loaded.class);
  }

  /** Until the last system has so many versions; other lines of the country may wait for long. */
  private void awaitAtTheEnd(IdentityInformation person, int versions) {
    await().until(() -> fileOf(NATION).history(person.recordCode()).size() >= versions);
  }

  private int load(List<IdentityInformation> residents) {
    return systems
        .send(
            RECORDS,
            SERVER,
            IdentityLoad.MESSAGE,
            new IdentityLoad(residents),
            IdentityLoad.Loaded.class)
        .residents();
  }

  @Test // G:51, T:3612
  @DisplayName("異動は市町村CSから都道府県サーバ、全国サーバへ順に届き、履歴が残る")
  void aChangeReachesAllThree() {
    IdentityInformation arrival = RegisterPeople.arrival(PLACE);
    IdentityInformation death = RegisterPeople.then(arrival, ChangeReason.DIED);

    send(arrival);
    send(death);
    awaitAtTheEnd(arrival, 2);

    for (CountrySystem owner : List.of(SERVER, PREFECTURE, NATION)) {
      assertThat(fileOf(owner).history(arrival.recordCode())).containsExactly(arrival, death);
      assertThat(fileOf(owner).current(arrival.individualNumber())).contains(death);
    }
  }

  @Test // JN-04
  @DisplayName("既にいる人の転入と、住所以外を変える転居は断る")
  void anArrivalOfAResidentAndAMoveOfMoreThanTheAddressAreRefused() {
    IdentityInformation arrival = RegisterPeople.arrival(PLACE);
    send(arrival);

    assertRefused(
        RegisterPeople.then(arrival, ChangeReason.MOVED_IN), Fault.ALREADY_PRESENT, "reason");
    BasicInformation person = arrival.person();
    var renamed = new BasicInformation("試験 別名", "架空県試験町0番地", person.birthDate(), person.sex());
    assertRefused(
        RegisterPeople.with(RegisterPeople.then(arrival, ChangeReason.MOVED_WITHIN), renamed),
        Fault.CHANGES_TOO_MUCH,
        "person");
    assertThat(fileOf(SERVER).history(arrival.recordCode())).containsExactly(arrival);
  }

  @Test // JN-06
  @DisplayName("消除された人の消除は断る")
  void aRemovalOfTheRemovedIsRefused() {
    IdentityInformation arrival = RegisterPeople.arrival(PLACE);
    send(arrival);
    IdentityInformation departure = RegisterPeople.then(arrival, ChangeReason.MOVED_OUT);
    send(departure);

    assertRefused(
        RegisterPeople.then(departure, ChangeReason.DIED), Fault.ALREADY_REMOVED, "reason");
  }

  @Test // JN-39
  @DisplayName("別の人の個人番号を付けた異動は断る")
  void theNumberOfAnotherIsRefused() {
    IdentityInformation one = RegisterPeople.arrival(PLACE);
    IdentityInformation other = RegisterPeople.arrival(PLACE);
    send(one);

    assertRefused(
        new IdentityInformation(
            other.recordCode(),
            one.individualNumber(),
            other.person(),
            PLACE,
            ChangeReason.MOVED_IN,
            other.changedOn(),
            1),
        Fault.NUMBER_OF_ANOTHER,
        "individualNumber");
  }

  @Test // JN-09
  @DisplayName("他の市町村の本人確認情報は受け取らない")
  void whatBelongsToAnotherMunicipalityIsRefused() {
    assertRefused(RegisterPeople.arrival("13121"), Fault.FORBIDDEN_SENDER, "municipality");
  }

  @Test // JN-09 JN-26
  @DisplayName("更新を受け取るのは既存住基システムからだけで、人の手による入口はない")
  void onlyTheResidentRecordsUpdate() {
    for (var from : List.of(new CountrySystem(SystemKind.APPLICATIONS, PLACE), PREFECTURE)) {
      assertThatThrownBy(
              () ->
                  systems.send(
                      from,
                      SERVER,
                      IdentityInformation.MESSAGE,
                      RegisterPeople.arrival(PLACE),
                      IdentityLoad.Loaded.class))
          .isInstanceOfSatisfying(
              RefusedCallException.class,
              refused -> assertThat(refused.fault()).isEqualTo(Fault.FORBIDDEN_SENDER));
    }
  }

  @Test // JN-08
  @DisplayName("決められていない項目があれば断る")
  void anExtraFieldIsRefused() {
    IdentityInformation one = RegisterPeople.arrival(PLACE);
    record More(
        ResidentRecordCode recordCode,
        IndividualNumber individualNumber,
        BasicInformation person,
        String municipality,
        ChangeReason reason,
        LocalDate changedOn,
        int version,
        String domicile) {}

    assertThatThrownBy(
            () ->
                systems.send(
                    RECORDS,
                    SERVER,
                    IdentityInformation.MESSAGE,
                    new More(
                        one.recordCode(),
                        one.individualNumber(),
                        one.person(),
                        one.municipality(),
                        one.reason(),
                        one.changedOn(),
                        one.version(),
                        "本籍"),
                    IdentityLoad.Loaded.class))
        .isInstanceOfSatisfying(
            RefusedCallException.class,
            refused -> {
              assertThat(refused.fault()).isEqualTo(Fault.MALFORMED);
              assertThat(refused.place()).isEqualTo("domicile");
            });
  }

  @Test
  @DisplayName("初期移行は五百人ずつ、全員か零人かで、上位にも届く")
  void aLoadIsTakenWholeOrNotAtAll() {
    List<IdentityInformation> many =
        IntStream.range(0, 500).mapToObj(n -> RegisterPeople.arrival(PLACE)).toList();
    assertThat(load(many)).isEqualTo(500);
    awaitAtTheEnd(many.getLast(), 1);

    List<IdentityInformation> oneTwice = new ArrayList<>();
    IdentityInformation fresh = RegisterPeople.arrival(PLACE);
    oneTwice.add(fresh);
    oneTwice.add(RegisterPeople.then(many.get(7), ChangeReason.MOVED_IN));
    assertThatThrownBy(() -> load(oneTwice))
        .isInstanceOfSatisfying(
            RefusedCallException.class,
            refused -> assertThat(refused.fault()).isEqualTo(Fault.ALREADY_PRESENT));
    assertThat(fileOf(SERVER).history(fresh.recordCode())).isEmpty();
  }

  @Test
  @DisplayName("都道府県サーバが止まっていても異動は残り、動き出すと順に届く")
  void whatTheServerKeptArrivesAfterAnOutage() {
    systems.doorOf(PREFECTURE).setRunning(false);
    IdentityInformation arrival = RegisterPeople.arrival(PLACE);
    IdentityInformation departure = RegisterPeople.then(arrival, ChangeReason.MOVED_OUT);
    send(arrival);
    send(departure);
    assertThat(fileOf(PREFECTURE).history(arrival.recordCode())).isEmpty();

    systems.doorOf(PREFECTURE).setRunning(true);
    awaitAtTheEnd(arrival, 2);

    assertThat(fileOf(NATION).history(arrival.recordCode())).containsExactly(arrival, departure);
  }

  @Test // JN-04
  @DisplayName("都道府県サーバは自分でも調べ、合わないものを断る")
  void thePrefectureChecksByItself() {
    IdentityInformation arrival = RegisterPeople.arrival(PLACE);
    send(arrival);
    awaitAtTheEnd(arrival, 1);

    assertThatThrownBy(
            () ->
                systems.send(
                    SERVER,
                    PREFECTURE,
                    IdentityInformation.MESSAGE,
                    RegisterPeople.then(arrival, ChangeReason.MOVED_IN),
                    IdentityLoad.Loaded.class))
        .isInstanceOfSatisfying(
            RefusedCallException.class,
            refused -> assertThat(refused.fault()).isEqualTo(Fault.ALREADY_PRESENT));
  }

  @Test // MS-44
  @DisplayName("保存した本人確認情報に氏名と番号は平文で現れない")
  void nothingAboutAPersonIsStoredInTheClear() {
    IdentityInformation arrival = RegisterPeople.arrival(PLACE);
    send(arrival);
    awaitAtTheEnd(arrival, 1);

    IndividualNumber number = arrival.individualNumber();
    List<String> rows =
        country
            .bean(JdbcClient.class)
            .sql(
                "select encode(body, 'escape') || encode(record_index, 'escape') from identity_record")
            .query(String.class)
            .list();
    assertThat(rows)
        .isNotEmpty()
        .noneMatch(
            row ->
                row.contains(number.value())
                    || row.contains(arrival.recordCode().value())
                    || row.contains("municipality"));
  }

  private void assertRefused(IdentityInformation change, Fault fault, String place) {
    assertThatThrownBy(() -> send(change))
        .isInstanceOfSatisfying(
            RefusedCallException.class,
            refused -> {
              assertThat(refused.fault()).isEqualTo(fault);
              assertThat(refused.place()).isEqualTo(place);
            });
  }
}
