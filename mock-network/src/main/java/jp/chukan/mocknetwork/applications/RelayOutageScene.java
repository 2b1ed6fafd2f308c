package jp.chukan.mocknetwork.applications;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.application.ApplicationContent.RecordCopy;
import jp.chukan.mocknetwork.application.ApplicationState;
import jp.chukan.mocknetwork.application.ApplicationVersion;
import jp.chukan.mocknetwork.application.SignedApplication;
import jp.chukan.mocknetwork.applicationrelay.WaitingApplications;
import jp.chukan.mocknetwork.electronicapplication.CitizenCard;
import jp.chukan.mocknetwork.electronicapplication.HandOverApplications;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Door;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.link.UnreachableSystemException;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import org.springframework.stereotype.Component;

/** A 連携サーバ is out of order while somebody applies: the application arrives later (I:327). */
@Component
final class RelayOutageScene implements Scene {
  private final ResidentRegisters registers;
  private final SceneApplicants applicants;
  private final HandOverApplications handOver;
  private final TakeApplications take;
  private final Systems systems;

  RelayOutageScene(
      ResidentRegisters registers,
      SceneApplicants applicants,
      HandOverApplications handOver,
      TakeApplications take,
      Systems systems) {
    this.registers = registers;
    this.applicants = applicants;
    this.handOver = handOver;
    this.take = take;
    this.systems = systems;
  }

  @Override
  public SystemKind system() {
    return SystemKind.APPLICATION_RELAY;
  }

  @Override
  public LocalTime at() {
    return LocalTime.of(11, 50);
  }

  @Override
  public String title() {
    return "連携サーバが止まっているあいだの電子申請は、動き出すと届く";
  }

  @Override
  public List<ProvokedRefusal> play(Instant now) {
    InstitutionCode municipality = registers.municipalities().getFirst();
    String place = applicants.place(municipality);
    var relay = new CountrySystem(SystemKind.APPLICATION_RELAY, place);
    Resident resident = applicants.somebody(municipality, false);
    CitizenCard card = applicants.card(municipality, resident, now);
    ApplicationVersion id = applicants.begin(card);
    // a status that waits for the relay would be refused as well, as often as it is tried
    applicants.awaitStatuses(municipality);
    Door door = systems.doorOf(relay);
    door.setRunning(false);
    try {
      applicants.apply(municipality, card, id, resident, new RecordCopy(1));
      requireOutOfOrder(place);
    } finally {
      door.setRunning(true);
    }
    if (handOver.handOver() > 0) {
      throw new SceneFailedException("an application still waits for its relay");
    }
    take.take(place);
    applicants.requireShown(municipality, card, id, ApplicationState.MATCHED);
    return List.of(
        new ProvokedRefusal(relay, SignedApplication.MESSAGE, Fault.NOT_READY),
        new ProvokedRefusal(relay, WaitingApplications.MESSAGE, Fault.NOT_READY));
  }

  private void requireOutOfOrder(String place) {
    try {
      take.take(place);
    } catch (UnreachableSystemException outOfOrder) {
      return;
    }
    throw new SceneFailedException("a relay out of order was read");
  }
}
