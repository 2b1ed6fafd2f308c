package jp.chukan.mocknetwork.qualificationcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("オンライン資格確認等システム")
class QualificationCheckIT {
  /** A municipality that is only a name. */
  private static final String PLACE = "13104";

  private static final CountrySystem SERVER = CountrySystem.only(SystemKind.INSURER_SERVER);
  private static final CountrySystem CHECK = CountrySystem.only(SystemKind.QUALIFICATION_CHECK);
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final LocalDate ACQUIRED = LocalDate.of(2026, 4, 1);
  private static final LocalDate LOST = LocalDate.of(2026, 10, 20);

  private final RunningCountry country = RunningCountry.get();
  private final CheckQualification check = country.bean(CheckQualification.class);

  private static Qualification qualification(
      String number, int version, boolean undisclosed, Optional<QualificationLoss> loss) {
    return new Qualification(
        PLACE,
        new CardItems(
            "01",
            PLACE,
            number,
            "試験 花子",
            Optional.of("シケン ハナコ"),
            Optional.empty(),
            Optional.empty(),
            false,
            undisclosed,
            loss.map(QualificationLoss::on)),
        LocalDate.of(1955, 3, 3),
        "2",
        ACQUIRED,
        AcquisitionReason.MOVED_IN,
        loss,
        LocalDate.of(2025, 4, 1),
        version);
  }

  private static String number() {
    return "%07d".formatted(NUMBERS.incrementAndGet());
  }

  private int send(Qualification... qualifications) {
    return country
        .bean(Systems.class)
        .send(
            SERVER,
            CHECK,
            QualificationUpdates.MESSAGE,
            new QualificationUpdates(List.of(qualifications)),
            QualificationUpdates.Taken.class)
        .renewed();
  }

  @AfterAll
  static void forgetThem() {
    RunningCountry.get()
        .bean(JdbcClient.class)
        .sql("delete from checked_qualification where municipality = ?")
        .param(PLACE)
        .update();
  }

  @Test // T:2143
  @DisplayName("資格は取得の日から喪失の前の日まで有効である")
  void aCardIsGoodFromAcquisitionToLoss() {
    Qualification lost =
        qualification(
            number(), 1, false, Optional.of(new QualificationLoss(LOST, LossReason.MOVED_OUT)));
    send(lost);
    InsuredNumber insured = lost.insured();

    assertThat(check.check(insured, ACQUIRED.minusDays(1)))
        .isEqualTo(new CheckQualification.Outcome.Unknown());
    assertThat(check.check(insured, ACQUIRED))
        .isEqualTo(new CheckQualification.Outcome.Good(lost.card(), true));
    assertThat(check.check(insured, LOST.minusDays(1)))
        .isInstanceOf(CheckQualification.Outcome.Good.class);
    assertThat(check.check(insured, LOST))
        .isEqualTo(new CheckQualification.Outcome.Ended(LOST, LossReason.MOVED_OUT));
  }

  @Test // MU-16
  @DisplayName("新しい版だけが変える")
  void theNewestVersionWins() {
    String number = number();
    Qualification newer = qualification(number, 3, false, Optional.empty());

    assertThat(send(newer)).isEqualTo(1);
    assertThat(send(qualification(number, 2, true, Optional.empty()), newer)).isZero();

    assertThat(check.ownInformation(newer.insured())).contains(newer);
  }

  @Test // MU-05
  @DisplayName("自己情報不開示の人の資格は、確認はできるが本人の画面には出ない")
  void theUndisclosedIsCheckedAndNotShown() {
    Qualification hidden = qualification(number(), 1, true, Optional.empty());
    send(hidden);

    assertThat(check.check(hidden.insured(), ACQUIRED))
        .isInstanceOf(CheckQualification.Outcome.Good.class);
    assertThat(check.ownInformation(hidden.insured())).isEmpty();
  }

  @Test // T:2143 JN-05
  @DisplayName("個人番号を持つ電文は、項目がないので受け取らない")
  void thereIsNoFieldForAnIndividualNumber() {
    record WithNumber(List<Qualification> qualifications, String individualNumber) {}

    assertThatThrownBy(
            () ->
                country
                    .bean(Systems.class)
                    .send(
                        SERVER,
                        CHECK,
                        QualificationUpdates.MESSAGE,
                        new WithNumber(
                            List.of(qualification(number(), 1, false, Optional.empty())),
                            "999999999999"),
                        QualificationUpdates.Taken.class))
        .isInstanceOfSatisfying(
            RefusedCallException.class,
            refused -> {
              assertThat(refused.fault()).isEqualTo(Fault.MALFORMED);
              assertThat(refused.place()).isEqualTo("individualNumber");
            });
  }

  @Test
  void theSceneOfTheDayIsPlayed() {
    Qualification served =
        new Qualification(
            "08220",
            qualification(number(), 1, true, Optional.empty()).card(),
            LocalDate.of(1955, 3, 3),
            "2",
            ACQUIRED,
            AcquisitionReason.MOVED_IN,
            Optional.empty(),
            LocalDate.of(2025, 4, 1),
            1);
    send(served);

    assertThat(
            country.bean(QualificationCheckScene.class).play(Instant.parse("2026-11-23T01:00:00Z")))
        .extracting(Scene.ProvokedRefusal::fault)
        .containsExactly(Fault.MALFORMED);
    country
        .bean(JdbcClient.class)
        .sql("delete from checked_qualification where insured_index = ?")
        .param(country.bean(CheckedQualifications.class).index(served.insured()))
        .update();
  }

  @Test // MS-44
  void storesNothingPersonalInTheClear() {
    send(qualification(number(), 1, false, Optional.empty()));

    assertThat(
            country
                .bean(JdbcClient.class)
                .sql("select body from checked_qualification where municipality = ?")
                .param(PLACE)
                .query(byte[].class)
                .list())
        .isNotEmpty()
        .noneMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).contains("試験"));
  }
}
