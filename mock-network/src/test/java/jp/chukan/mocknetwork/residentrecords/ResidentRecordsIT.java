package jp.chukan.mocknetwork.residentrecords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Door;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.link.UnreachableSystemException;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("既存住基システム")
class ResidentRecordsIT {
  private static final String PLACE = "13121";
  private static final CountrySystem HUB = new CountrySystem(SystemKind.ADDRESSEE_HUB, PLACE);
  private static final CountrySystem UNION = new CountrySystem(SystemKind.REGIONAL_UNION, "13");
  private static final Instant SUMMER = Instant.parse("2026-07-01T00:00:00Z");

  private final RunningCountry country = RunningCountry.get();
  private final ResidentRegisters registers = country.bean(ResidentRegisters.class);
  private final TakeEvent takeEvent = country.bean(TakeEvent.class);
  private final DailyFeed feed = country.bean(DailyFeed.class);
  private final JdbcClient jdbc = country.bean(JdbcClient.class);
  private final InstitutionCode municipality =
      registers.municipalities().stream()
          .filter(code -> ResidentRegisters.place(code).equals(PLACE))
          .findFirst()
          .orElseThrow();

  /** Until the first of the tests has looked, nobody has fed anything here. */
  private Instant from = SUMMER;

  @BeforeEach
  void everythingWasFed() {
    from =
        later(
            registers.of(municipality).everybody().stream()
                .map(Resident::updatedAt)
                .max(Instant::compareTo)
                .orElseThrow());
    feed.feed(municipality, from);
  }

  private static Instant later(Instant than) {
    return (than.isAfter(SUMMER) ? than : SUMMER).plus(1, ChronoUnit.DAYS);
  }

  @AfterEach
  void everythingRuns() {
    door(HUB).setRunning(true);
    door(UNION).setRunning(true);
  }

  private Door door(CountrySystem system) {
    return country.bean(Systems.class).doorOf(system);
  }

  private ResidentRegister register() {
    return country.bean(ResidentRegisters.class).of(municipality);
  }

  private Resident somebody() {
    return register().everybody().reversed().stream()
        .filter(one -> one.residence().isPresent())
        .findFirst()
        .orElseThrow();
  }

  private ResidentEvent correction() {
    Resident somebody = somebody();
    return new ResidentEvent.Correction(
        somebody.index(), somebody.basicInformation().name() + "改", from.plusSeconds(60));
  }

  @Test // T:1325
  @DisplayName("宛名管理システムが止まっていたあいだの異動は、日次連携で届く")
  void whatAnOutageSwallowedComesWithTheDailyFeed() {
    door(HUB).setRunning(false);
    TakeEvent.Taken taken = takeEvent.take(municipality, correction());
    assertThat(taken.replicas()).isEmpty();
    assertThatThrownBy(() -> feed.feed(municipality, from.plusSeconds(120)))
        .isInstanceOf(UnreachableSystemException.class);

    door(HUB).setRunning(true);
    DailyFeed.Fed fed = feed.feed(municipality, from.plusSeconds(120));

    assertThat(fed.residents()).isEqualTo(taken.changed().size());
    assertThat(fed.replicas().accepted()).isEqualTo(taken.changed().size());
    assertThat(feed.feed(municipality, from.plusSeconds(180)).residents()).isZero();
  }

  @Test // T:3904
  @DisplayName("広域連合が止まっていると日次連携は終わらず、次に同じところから始まる")
  void aFeedThatTheRegionalUnionMissedIsMadeAgain() {
    TakeEvent.Taken taken = takeEvent.take(municipality, correction());
    door(UNION).setRunning(false);
    assertThatThrownBy(() -> feed.feed(municipality, from.plusSeconds(120)))
        .isInstanceOf(UnreachableSystemException.class);

    door(UNION).setRunning(true);
    assertThat(feed.feed(municipality, from.plusSeconds(120)).residents())
        .isEqualTo(taken.changed().size());
  }

  @Test // MS-58
  @DisplayName("転出して戻った人の世帯情報は、日次連携では新しい住民票の一件だけが届く")
  void whoCameBackIsFedOnceAsTheLaterRecordSays() {
    Resident somebody = somebody();
    List<Resident> changed =
        new ArrayList<>(
            takeEvent
                .take(
                    municipality,
                    new ResidentEvent.MoveOut(
                        List.of(somebody.index()), "08220", from.plusSeconds(30)))
                .changed());
    changed.addAll(
        takeEvent
            .take(
                municipality,
                new ResidentEvent.MoveIn(
                    List.of(
                        new NewResident(
                            somebody.individualNumber(),
                            somebody.recordCode(),
                            somebody.basicInformation(),
                            somebody.nationality(),
                            new HouseholdInformation.Head())),
                    "08220",
                    from.plusSeconds(60)))
            .changed());

    DailyFeed.Fed fed = feed.feed(municipality, from.plusSeconds(120));

    long persons = changed.stream().map(Resident::individualNumber).distinct().count();
    assertThat(fed.residents()).isEqualTo(changed.size());
    assertThat(fed.replicas().accepted()).isEqualTo((int) persons).isLessThan(changed.size());
  }

  @Test
  @DisplayName("日次連携の時刻より後の異動は、次の日次連携で届く")
  void whatHappenedAfterTheFeedWaitsForTheNext() {
    TakeEvent.Taken taken = takeEvent.take(municipality, correction());

    assertThat(feed.feed(municipality, from.plusSeconds(30)).residents()).isZero();
    assertThat(feed.feed(municipality, from.plusSeconds(90)).residents())
        .isEqualTo(taken.changed().size());
  }

  private int events() {
    return jdbc.sql("select count(*) from resident_event where institution = ?")
        .param(municipality.value())
        .query(Integer.class)
        .single();
  }

  @Test
  @DisplayName("途中で取り消された異動は、住民票にも記録にも、送る電文にも残らない")
  void anEventThatWasRolledBackLeavesNothing() {
    ResidentEvent event = correction();
    List<Resident> everybody = register().everybody();
    int events = events();
    int newest = newestKept();

    assertThatThrownBy(
            () ->
                takeEvent.take(
                    municipality,
                    event,
                    () -> {
                      assertThat(register().everybody()).isNotEqualTo(everybody);
                      throw new IllegalStateException("the disk is full");
                    }))
        .hasMessage("the disk is full");

    assertThat(register().everybody()).isEqualTo(everybody);
    assertThat(events()).isEqualTo(events);
    assertThat(keptSince(newest)).isZero();
    assertThat(takeEvent.take(municipality, event).changed()).isNotEmpty();
    assertThat(events()).isEqualTo(events + 1);
  }

  private int newestKept() {
    return jdbc.sql("select coalesce(max(number), 0) from kept_message")
        .query(Integer.class)
        .single();
  }

  private int keptSince(int number) {
    return jdbc.sql("select count(*) from kept_message where from_place = ? and number > ?")
        .params(PLACE, number)
        .query(Integer.class)
        .single();
  }

  @Test
  @DisplayName("起こり得ない異動は断られ、何も残さない")
  void anEventThatCannotHaveHappenedLeavesNothing() {
    List<Resident> everybody = register().everybody();
    int events = events();

    assertThatThrownBy(
            () ->
                takeEvent.take(
                    municipality,
                    new ResidentEvent.Birth(
                        new NewResident(
                            somebody().individualNumber(),
                            somebody().recordCode(),
                            somebody().basicInformation(),
                            Resident.JAPANESE,
                            new HouseholdInformation.Member("見本 世帯主", "子")),
                        somebody().household(),
                        from)))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(register().everybody()).isEqualTo(everybody);
    assertThat(events()).isEqualTo(events);
  }

  @Test
  @DisplayName("異動は再起動のあとも残り、暗号化されている")
  void eventsSurviveARestartAndRestEncrypted() {
    takeEvent.take(municipality, correction());
    List<Resident> everybody = register().everybody();
    String name = somebody().basicInformation().name();

    country.restart();

    assertThat(register().everybody()).isEqualTo(everybody);
    assertThat(
            country
                .bean(JdbcClient.class)
                .sql("select body from resident_event")
                .query(byte[].class)
                .list())
        .isNotEmpty()
        .noneSatisfy(body -> assertThat(new String(body, StandardCharsets.UTF_8)).contains(name));
  }
}
