package jp.chukan.mocknetwork.regionalunion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.residentnotice.RemovalReason;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;
import jp.chukan.mocknetwork.residentnotice.ResidentNotices;
import jp.chukan.mocknetwork.scenario.CopiedFile;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.testing.NoticedPerson;
import jp.chukan.mocknetwork.testing.RunningCountry;
import jp.chukan.mocknetwork.testing.ToldResidents;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("広域連合の標準システム")
class RegionalUnionIT {
  private static final String PLACE = "13121";
  private static final CountrySystem RECORDS =
      new CountrySystem(SystemKind.RESIDENT_RECORDS, PLACE);
  private static final CountrySystem UNION = new CountrySystem(SystemKind.REGIONAL_UNION, "13");
  private static final AtomicInteger POSITIONS = new AtomicInteger(7_200_000);
  private static final LocalDate OLD = LocalDate.of(1940, 6, 1);
  private static final LocalDate REMOVAL = LocalDate.of(2026, 10, 20);

  private final RunningCountry country = RunningCountry.get();
  private final LocalDate today =
      LocalDate.ofInstant(country.bean(InstantSource.class).instant(), ZoneId.of("Asia/Tokyo"));

  @AfterAll
  static void forgetThem() {
    NoticedPerson.forgetAll(RunningCountry.get());
  }

  private static NoticedPerson somebody(LocalDate birthDate) {
    int position = POSITIONS.incrementAndGet();
    return NoticedPerson.of(position, position, birthDate);
  }

  private int feed(ResidentNotice... notices) {
    return country
        .bean(Systems.class)
        .send(
            RECORDS,
            UNION,
            ResidentNotices.MESSAGE,
            new ResidentNotices(List.of(notices)),
            ResidentNotices.Taken.class)
        .renewed();
  }

  private Optional<UnionMember> member(NoticedPerson person) {
    return country.bean(UnionMembers.class).find(UNION, PLACE, person.individualNumber());
  }

  private int close(LocalDate day) {
    return country.bean(CloseUnionDay.class).close(UNION, PLACE, day);
  }

  @Test
  @DisplayName("75歳以上の住民は、75歳の誕生日か住民となった日の遅い方から被保険者になる")
  void whoIsOldEnoughIsInsured() {
    NoticedPerson settled = somebody(OLD);
    NoticedPerson young = somebody(LocalDate.of(1990, 1, 1));

    feed(settled.notice(1), young.notice(1));

    assertThat(member(settled))
        .hasValueSatisfying(
            member -> {
              assertThat(member.number()).matches("[0-9]{8}");
              assertThat(member.acquiredOn()).isEqualTo(settled.since());
              assertThat(member.loss()).isEmpty();
            });
    assertThat(member(young)).isEmpty();
  }

  @Test
  @DisplayName("75歳の誕生日の日次処理から被保険者になる。前の日はまだである")
  void whoTurnsSeventyFiveIsInsuredFromThatDay() {
    LocalDate birthday = today.plusDays(10);
    NoticedPerson person = somebody(birthday.minusYears(DecideMembership.AGE));
    feed(person.notice(1));

    close(birthday.minusDays(1));
    assertThat(member(person)).isEmpty();
    close(birthday);

    assertThat(member(person))
        .hasValueSatisfying(member -> assertThat(member.acquiredOn()).isEqualTo(birthday));
  }

  @Test
  @DisplayName("転出はその日、死亡はその翌日に資格を失う")
  void whoLeavesLosesTheQualification() {
    NoticedPerson mover = somebody(OLD);
    NoticedPerson dead = somebody(OLD);
    feed(mover.notice(1), dead.notice(1));

    feed(
        mover.removed(RemovalReason.MOVED_OUT, REMOVAL).notice(2),
        dead.removed(RemovalReason.DIED, REMOVAL).notice(2));

    assertThat(member(mover).orElseThrow().loss())
        .contains(new UnionMember.Loss(REMOVAL, RemovalReason.MOVED_OUT));
    assertThat(member(dead).orElseThrow().loss())
        .contains(new UnionMember.Loss(REMOVAL.plusDays(1), RemovalReason.DIED));
  }

  @Test
  @DisplayName("帰化した人と戻ってきた人は、同じ被保険者番号のままである")
  void aPersonKeepsTheNumber() {
    NoticedPerson person = somebody(OLD);
    feed(person.notice(1));
    String number = member(person).orElseThrow().number();
    NoticedPerson japanese = person.again(POSITIONS.incrementAndGet(), REMOVAL);

    feed(person.removed(RemovalReason.NATURALISED, REMOVAL).notice(2), japanese.notice(2));

    assertThat(member(person).orElseThrow())
        .isEqualTo(new UnionMember(number, japanese.position(), person.since(), Optional.empty()));

    feed(japanese.removed(RemovalReason.MOVED_OUT, REMOVAL.plusDays(5)).notice(3));
    NoticedPerson back = person.again(POSITIONS.incrementAndGet(), REMOVAL.plusDays(9));
    feed(back.notice(4));
    assertThat(member(person).orElseThrow().number()).isEqualTo(number);
    assertThat(member(person).orElseThrow().acquiredOn()).isEqualTo(REMOVAL.plusDays(9));
  }

  @Test // MU-16
  @DisplayName("同じ日次連携が二度来ても何も変わらない")
  void aFeedThatComesTwiceChangesNothing() {
    NoticedPerson person = somebody(OLD);
    assertThat(feed(person.notice(5))).isEqualTo(1);
    UnionMember before = member(person).orElseThrow();
    int counted = close(today);

    assertThat(feed(person.notice(5))).isZero();
    assertThat(feed(person.removed(RemovalReason.DIED, REMOVAL).notice(4))).isZero();

    assertThat(member(person)).contains(before);
    assertThat(close(today)).isEqualTo(counted);
    assertThat(country.bean(UnionMembers.class).counted(UNION, PLACE, today)).contains(counted);
  }

  @Test
  @DisplayName("一日の場面が通り、写しは住民票と等しい")
  void theSceneOfTheDayIsPlayed() {
    country.bean(JdbcClient.class).sql("delete from union_member").update();
    NoticedPerson.forgetAll(country);
    ToldResidents.tell(country, SystemKind.REGIONAL_UNION);

    assertThat(
            country
                .bean(RegionalUnionScene.class)
                .play(country.bean(InstantSource.class).instant()))
        .extracting(Scene.ProvokedRefusal::fault)
        .containsExactly(Fault.NUMBER_OF_ANOTHER, Fault.NUMBER_OF_ANOTHER, Fault.NUMBER_OF_ANOTHER);
    assertThat(country.bean(UnionCopies.class).compare())
        .hasSize(3)
        .allMatch(CopiedFile.Comparison::isEqual);
  }
}
