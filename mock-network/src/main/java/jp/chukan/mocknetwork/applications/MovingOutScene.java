package jp.chukan.mocknetwork.applications;

import static jp.chukan.mocknetwork.scenario.Provoking.refusal;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.mocknetwork.application.ApplicationContent.ChildAllowance;
import jp.chukan.mocknetwork.application.ApplicationContent.MovingOut;
import jp.chukan.mocknetwork.application.ApplicationState;
import jp.chukan.mocknetwork.application.ApplicationVersion;
import jp.chukan.mocknetwork.applicationrelay.WaitingApplications;
import jp.chukan.mocknetwork.electronicapplication.CitizenCard;
import jp.chukan.mocknetwork.electronicapplication.HandOverApplications;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.residentrecords.MatchedApplication;
import jp.chukan.mocknetwork.residentrecords.MovingOutNotification;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import org.springframework.stereotype.Component;

/**
 * In every municipality somebody claims 児童手当, and then gives notice of moving out, and corrects
 * that before it is processed (I:38, I:326, I:327).
 */
@Component
final class MovingOutScene implements Scene {
  private static final UserId CLERK = new UserId("madoguchi-1");

  private final ResidentRegisters registers;
  private final SceneApplicants applicants;
  private final HandOverApplications handOver;
  private final TakeApplications take;
  private final DecideApplications decide;
  private final Systems systems;

  MovingOutScene(
      ResidentRegisters registers,
      SceneApplicants applicants,
      HandOverApplications handOver,
      TakeApplications take,
      DecideApplications decide,
      Systems systems) {
    this.registers = registers;
    this.applicants = applicants;
    this.handOver = handOver;
    this.take = take;
    this.decide = decide;
    this.systems = systems;
  }

  @Override
  public SystemKind system() {
    return SystemKind.APPLICATIONS;
  }

  @Override
  public LocalTime at() {
    return LocalTime.of(11, 10);
  }

  @Override
  public String title() {
    return "児童手当の請求と転出届の電子申請、差替え、照合、処理。写しは残らない";
  }

  @Override
  public List<ProvokedRefusal> play(Instant now) {
    List<ProvokedRefusal> refusals = new ArrayList<>();
    for (InstitutionCode municipality : registers.municipalities()) {
      Resident resident = applicants.somebody(municipality, false);
      CitizenCard card = applicants.card(municipality, resident, now);
      claim(municipality, resident, card, now);
      refusals.add(moveOut(municipality, resident, card, now));
    }
    return refusals;
  }

  private void claim(
      InstitutionCode municipality, Resident resident, CitizenCard card, Instant now) {
    ApplicationVersion id = applicants.begin(card);
    applicants.apply(municipality, card, id, resident, new ChildAllowance(1));
    take.take(applicants.place(municipality));
    lookAndProcess(municipality, id, now);
    applicants.requireShown(municipality, card, id, ApplicationState.PROCESSED);
  }

  private ProvokedRefusal moveOut(
      InstitutionCode municipality, Resident resident, CitizenCard card, Instant now) {
    String place = applicants.place(municipality);
    String elsewhere =
        registers.municipalities().stream()
            .map(applicants::place)
            .filter(other -> !other.equals(place))
            .findFirst()
            .orElseThrow();
    ApplicationVersion first = applicants.begin(card);
    var alone = new MovingOut(elsewhere, SceneApplicants.day(now), false);
    applicants.apply(municipality, card, first, resident, alone);
    take.take(place);
    applicants.requireShown(municipality, card, first, ApplicationState.MATCHED);

    ApplicationVersion second = first.next();
    var together = new MovingOut(elsewhere, SceneApplicants.day(now), true);
    applicants.apply(municipality, card, second, resident, together);
    take.take(place);
    requireSuperseded(place, first, now);
    lookAndProcess(municipality, second, now);
    applicants.requireShown(municipality, card, second, ApplicationState.PROCESSED);
    if (!registers.of(municipality).household(resident.household()).isEmpty()) {
      throw new SceneFailedException("somebody who moved out still lives there");
    }
    requireNothingLeft(place);
    var records = new CountrySystem(SystemKind.RESIDENT_RECORDS, place);
    return refusal(
        records,
        MovingOutNotification.MESSAGE,
        Fault.SUPERSEDED,
        () ->
            systems.send(
                new CountrySystem(SystemKind.APPLICATIONS, place),
                records,
                MovingOutNotification.MESSAGE,
                new MovingOutNotification(first, resident.addresseeNumber(), alone, now),
                MatchedApplication.Taken.class));
  }

  private void lookAndProcess(InstitutionCode municipality, ApplicationVersion id, Instant now) {
    String place = applicants.place(municipality);
    decide.look(place, id, CLERK);
    decide.process(place, id, CLERK, now);
  }

  /** At the desk itself: no message goes anywhere. */
  private void requireSuperseded(String place, ApplicationVersion id, Instant now) {
    try {
      decide.process(place, id, CLERK, now);
    } catch (RefusedCallException refused) {
      if (refused.fault() == Fault.SUPERSEDED) {
        return;
      }
    }
    throw new SceneFailedException("a superseded application could be processed");
  }

  private void requireNothingLeft(String place) {
    int outside = handOver.handOver();
    int atTheRelay =
        systems
            .send(
                new CountrySystem(SystemKind.APPLICATIONS, place),
                new CountrySystem(SystemKind.APPLICATION_RELAY, place),
                WaitingApplications.MESSAGE,
                new WaitingApplications(1),
                WaitingApplications.Reply.class)
            .applications()
            .size();
    if (outside + atTheRelay > 0) {
      throw new SceneFailedException("copies were left where they were handed over");
    }
  }
}
