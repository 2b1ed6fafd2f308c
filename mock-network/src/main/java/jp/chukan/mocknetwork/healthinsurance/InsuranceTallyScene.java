package jp.chukan.mocknetwork.healthinsurance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.chukan.mocknetwork.insurancetally.FormerMembership;
import jp.chukan.mocknetwork.insurancetally.HighCostCounts;
import jp.chukan.mocknetwork.insurancetally.HighCosts;
import jp.chukan.mocknetwork.insurancetally.Memberships;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.qualificationcheck.InsuredNumber;
import jp.chukan.mocknetwork.qualificationcheck.Qualification;
import jp.chukan.mocknetwork.scenario.Provoking;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import org.springframework.stereotype.Component;

/**
 * Somebody came from another municipality of the prefecture, of which this country has the name
 * only, and treatment is expensive for the fourth time.
 */
@Component
final class InsuranceTallyScene implements Scene {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final String ELSEWHERE = "203";

  private final InsuredOfScenes insured;
  private final InsuredPersons persons;
  private final ReportFormerMembership report;
  private final HighCostBenefits benefits;
  private final Systems systems;
  private final KeptMessages messages;

  InsuranceTallyScene(
      InsuredOfScenes insured,
      InsuredPersons persons,
      ReportFormerMembership report,
      HighCostBenefits benefits,
      Systems systems,
      KeptMessages messages) {
    this.insured = insured;
    this.persons = persons;
    this.report = report;
    this.benefits = benefits;
    this.systems = systems;
    this.messages = messages;
  }

  @Override
  public SystemKind system() {
    return SystemKind.INSURANCE_TALLY;
  }

  @Override
  public LocalTime at() {
    return LocalTime.of(10, 40);
  }

  @Override
  public String title() {
    return "県内の他の市町村から来た人の資格が継続し、四度目の高額療養費が多数回該当になる";
  }

  @Override
  public List<ProvokedRefusal> play(Instant now) {
    YearMonth month = YearMonth.from(LocalDate.ofInstant(now, JAPAN));
    InsuredPerson person = insured.nth(2);
    InsuredNumber number = person.qualification().insured();
    LocalDate acquired = person.qualification().acquiredOn();
    String prefecture = insured.place().substring(0, 2);
    report.report(
        number,
        new FormerMembership(
            prefecture + ELSEWHERE,
            acquired.minusYears(3),
            acquired,
            IntStream.rangeClosed(1, 3).mapToObj(month::minusMonths).toList()));
    benefits.pay(number, month);
    messages.awaitEmpty();
    require(
        persons
            .find(number)
            .orElseThrow()
            .continuousSince()
            .equals(Optional.of(acquired.minusYears(3))),
        "資格が継続しない");
    require(
        benefits
            .count(number, month)
            .equals(Optional.of(new HighCostCounts.Count(number, month, 4, true))),
        "高額該当回数が引き継がれない");
    return refusals(person, prefecture);
  }

  private List<ProvokedRefusal> refusals(InsuredPerson person, String prefecture) {
    var from = new CountrySystem(SystemKind.HEALTH_INSURANCE, insured.place());
    var tally = new CountrySystem(SystemKind.INSURANCE_TALLY, prefecture);
    Qualification own = person.qualification();
    var another =
        new Memberships(
            List.of(
                new Memberships.Membership(
                    new Qualification(
                        prefecture + ELSEWHERE,
                        own.card(),
                        own.birthDate(),
                        own.sex(),
                        own.acquiredOn(),
                        own.acquired(),
                        own.loss(),
                        own.elderlyFrom(),
                        own.version()),
                    List.of(),
                    Optional.empty())));
    var nobody =
        new HighCosts(
            List.of(
                new HighCosts.Report(
                    new InsuredNumber(insured.place(), insured.place(), "9999999", "99"),
                    YearMonth.of(2026, 1))));
    return List.of(
        Provoking.refusal(
            tally,
            Memberships.MESSAGE,
            Fault.ANOTHER_TENANT,
            () -> systems.send(from, tally, Memberships.MESSAGE, another, Memberships.Taken.class)),
        Provoking.refusal(
            tally,
            HighCosts.MESSAGE,
            Fault.UNKNOWN,
            () -> systems.send(from, tally, HighCosts.MESSAGE, nobody, HighCosts.Taken.class)));
  }

  private static void require(boolean right, String what) {
    if (!right) {
      throw new SceneFailedException(what);
    }
  }
}
