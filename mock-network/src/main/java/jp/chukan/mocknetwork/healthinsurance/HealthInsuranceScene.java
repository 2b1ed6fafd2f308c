package jp.chukan.mocknetwork.healthinsurance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.mocknetwork.coresystem.ScheduleItem;
import jp.chukan.mocknetwork.inquiryrelay.BusinessInquiry;
import jp.chukan.mocknetwork.inquiryrelay.BusinessInquiryFile;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.municipality.BusinessSystem;
import jp.chukan.mocknetwork.qualificationcheck.LossReason;
import jp.chukan.mocknetwork.qualificationcheck.Qualification;
import jp.chukan.mocknetwork.scenario.Provoking;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import org.springframework.stereotype.Component;

/** At the counter of the 国民健康保険: a card, an employment, an inquiry. */
@Component
final class HealthInsuranceScene implements Scene {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final int NOBODY = 40_000_000;
  private static final ScheduleItem BENEFITS = new ScheduleItem("42");
  private static final ProviderDesignation SETAGAYA = new ProviderDesignation("0220113112101700");
  private static final SpecificPersonalInformationCode TAXES =
      new SpecificPersonalInformationCode("TM00000000000002");

  private final InsuredOfScenes insured;
  private final InsuredPersons persons;
  private final ChangeCard card;
  private final ReportEmployment employment;
  private final InquireThroughHub inquire;
  private final InquireByFile byFile;
  private final TakeResidents residents;
  private final KeptMessages messages;

  HealthInsuranceScene(
      InsuredOfScenes insured,
      InsuredPersons persons,
      ChangeCard card,
      ReportEmployment employment,
      InquireThroughHub inquire,
      InquireByFile byFile,
      TakeResidents residents,
      KeptMessages messages) {
    this.insured = insured;
    this.persons = persons;
    this.card = card;
    this.employment = employment;
    this.inquire = inquire;
    this.byFile = byFile;
    this.residents = residents;
    this.messages = messages;
  }

  @Override
  public SystemKind system() {
    return SystemKind.HEALTH_INSURANCE;
  }

  @Override
  public LocalTime at() {
    return LocalTime.of(10, 10);
  }

  @Override
  public String title() {
    return "国民健康保険の窓口で、券面の申し出、社会保険の加入と離脱、年齢到達、情報照会を扱う";
  }

  @Override
  public List<ProvokedRefusal> play(Instant now) {
    LocalDate day = LocalDate.ofInstant(now, JAPAN);
    String place = insured.place();
    insured.places().forEach(each -> residents.closeDay(each, day));
    changeACard(place);
    joinAndLeave(place, day);
    messages.awaitEmpty();
    int asked = insured.nth(0).position();
    inquire(place, asked);
    inquireByFile(place, asked, now);
    var hub = new CountrySystem(SystemKind.ADDRESSEE_HUB, place);
    return List.of(
        Provoking.refusal(
            hub,
            BusinessInquiry.MESSAGE,
            Fault.UNKNOWN,
            () -> inquire.ask(place, NOBODY, BENEFITS, SETAGAYA, TAXES)),
        Provoking.refusal(
            hub,
            BusinessInquiry.ResultQuery.MESSAGE,
            Fault.UNKNOWN,
            () -> inquire.result(place, new ReceptionNumber("HUB000000000000000000000000"))));
  }

  private void changeACard(String place) {
    InsuredPerson person = insured.nth(0);
    String name = person.qualification().card().name();
    card.change(
        place,
        person.position(),
        new CardWording(Optional.of("ツウショウ"), Optional.of("ツウショウ"), true));
    Qualification after = now(person);
    require(after.card().realName().equals(Optional.of(name)), "券面に本名がない");
    require(after.version() == person.qualification().version() + 1, "券面の版が進まない");
    card.change(place, person.position(), CardWording.USUAL);
  }

  private void joinAndLeave(String place, LocalDate day) {
    InsuredPerson person = insured.nth(1);
    employment.joined(place, person.position(), day);
    require(
        now(person)
            .loss()
            .filter(loss -> loss.reason() == LossReason.JOINED_EMPLOYEES_INSURANCE)
            .isPresent(),
        "社会保険の加入で資格が残った");
    employment.left(place, person.position(), day);
    require(now(person).loss().isEmpty(), "社会保険の離脱で資格がない");
  }

  private void inquire(String place, int position) {
    BusinessInquiry.Asked asked = inquire.ask(place, position, BENEFITS, SETAGAYA, TAXES);
    // before 符号 of the person has arrived the server refuses, with a row of its catalogue
    require(
        asked.reference().isPresent()
            || asked.errorCode().filter(code -> code.matches("[A-Z]{3}-[0-9]{4}")).isPresent(),
        "情報照会に答えがない");
    asked
        .reference()
        .ifPresent(
            reference ->
                require(
                    inquire
                        .result(place, reference)
                        .addressee()
                        .equals(BusinessSystem.HEALTH_INSURANCE.ofResident(position)),
                    "情報照会の結果が別の人である"));
  }

  private void inquireByFile(String place, int position, Instant now) {
    BusinessInquiryFile.HandedIn file =
        byFile.handIn(insured.municipality(), List.of(position), BENEFITS, SETAGAYA, TAXES, now);
    require(file.lines() == 1 && file.toldBack() == 0, "照会ファイルの行が送られない");
    byFile.result(place, file.reference());
  }

  private Qualification now(InsuredPerson person) {
    return persons.find(person.qualification().insured()).orElseThrow().qualification();
  }

  private static void require(boolean right, String what) {
    if (!right) {
      throw new SceneFailedException(what);
    }
  }
}
