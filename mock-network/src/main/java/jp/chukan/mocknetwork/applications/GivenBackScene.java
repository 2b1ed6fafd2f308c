package jp.chukan.mocknetwork.applications;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.application.ApplicationContent.RecordCopy;
import jp.chukan.mocknetwork.application.ApplicationStatus;
import jp.chukan.mocknetwork.application.ApplicationVersion;
import jp.chukan.mocknetwork.application.ReturnReason;
import jp.chukan.mocknetwork.electronicapplication.CitizenCard;
import jp.chukan.mocknetwork.identity.RecordCodeQuery;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.residentrecords.ApplicantQuery;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.scenario.Scene;
import org.springframework.stereotype.Component;

/** Applications that cannot be matched, each given back with its reason (JN-39, MU-05). */
@Component
final class GivenBackScene implements Scene {
  private final ResidentRegisters registers;
  private final SceneApplicants applicants;
  private final TakeApplications take;

  GivenBackScene(ResidentRegisters registers, SceneApplicants applicants, TakeApplications take) {
    this.registers = registers;
    this.applicants = applicants;
    this.take = take;
  }

  @Override
  public SystemKind system() {
    return SystemKind.ELECTRONIC_APPLICATION;
  }

  @Override
  public LocalTime at() {
    return LocalTime.of(11, 30);
  }

  @Override
  public String title() {
    return "知られていないカード、紛失したカード、別人の氏名、支援措置の対象者の電子申請を差し戻す";
  }

  @Override
  public List<ProvokedRefusal> play(Instant now) {
    InstitutionCode municipality = registers.municipalities().getFirst();
    Resident resident = applicants.somebody(municipality, false);
    Resident protectedOne = applicants.somebody(municipality, true);
    Resident another = applicants.another(municipality, resident);
    play(municipality, applicants.unknownCard(), resident, ReturnReason.CARD_UNKNOWN);
    play(
        municipality,
        applicants.lostCard(municipality, resident, now),
        resident,
        ReturnReason.CARD_UNUSABLE);
    play(
        municipality,
        applicants.card(municipality, protectedOne, now),
        protectedOne,
        ReturnReason.AT_THE_COUNTER);
    play(
        municipality,
        applicants.card(municipality, resident, now),
        another,
        ReturnReason.DIFFERENT_PERSON);
    String place = applicants.place(municipality);
    var server = new CountrySystem(SystemKind.MUNICIPAL_SERVER, place);
    var records = new CountrySystem(SystemKind.RESIDENT_RECORDS, place);
    return List.of(
        new ProvokedRefusal(server, RecordCodeQuery.MESSAGE, Fault.UNKNOWN),
        new ProvokedRefusal(server, RecordCodeQuery.MESSAGE, Fault.LOCKED),
        new ProvokedRefusal(records, ApplicantQuery.MESSAGE, Fault.LOCKED));
  }

  private void play(
      InstitutionCode municipality, CitizenCard card, Resident named, ReturnReason reason) {
    ApplicationVersion id = applicants.begin(card);
    applicants.apply(municipality, card, id, named, new RecordCopy(1));
    take.take(applicants.place(municipality));
    applicants.requireShown(municipality, card, ApplicationStatus.returned(id, reason));
  }
}
