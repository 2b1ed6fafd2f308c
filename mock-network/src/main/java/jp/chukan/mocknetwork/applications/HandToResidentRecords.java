package jp.chukan.mocknetwork.applications;

import java.time.Instant;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.mocknetwork.application.ApplicationContent;
import jp.chukan.mocknetwork.application.ApplicationContent.MovingOut;
import jp.chukan.mocknetwork.application.ApplicationState;
import jp.chukan.mocknetwork.application.ApplicationStatus;
import jp.chukan.mocknetwork.application.ApplicationVersion;
import jp.chukan.mocknetwork.application.ReturnReason;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.residentrecords.MatchedApplication;
import jp.chukan.mocknetwork.residentrecords.MovingOutNotification;
import org.springframework.stereotype.Component;

/** Hands a matched application to the 既存住基システム; a 転出届 is an event there (I:38). */
@Component
final class HandToResidentRecords {
  private final Systems systems;

  HandToResidentRecords(Systems systems) {
    this.systems = systems;
  }

  ApplicationStatus hand(String place, ReceivedApplication received, Instant at) {
    ApplicationVersion id = received.status().id();
    try {
      send(
          place,
          id,
          received.applicant().orElseThrow().addresseeNumber(),
          received.signed().application().content(),
          at);
      return ApplicationStatus.of(id, ApplicationState.PROCESSED);
    } catch (RefusedCallException refused) {
      return ApplicationStatus.returned(id, reason(refused.fault()));
    }
  }

  private void send(
      String place,
      ApplicationVersion id,
      AddresseeNumber applicant,
      ApplicationContent content,
      Instant at) {
    var inside = new CountrySystem(SystemKind.APPLICATIONS, place);
    var records = new CountrySystem(SystemKind.RESIDENT_RECORDS, place);
    if (content instanceof MovingOut movingOut) {
      systems.send(
          inside,
          records,
          MovingOutNotification.MESSAGE,
          new MovingOutNotification(id, applicant, movingOut, at),
          MatchedApplication.Taken.class);
    } else {
      systems.send(
          inside,
          records,
          MatchedApplication.MESSAGE,
          new MatchedApplication(id, applicant, content),
          MatchedApplication.Taken.class);
    }
  }

  /** What has changed since it was matched. */
  private static ReturnReason reason(Fault fault) {
    return switch (fault) {
      case UNKNOWN, ALREADY_REMOVED -> ReturnReason.NOT_A_RESIDENT;
      case LOCKED -> ReturnReason.AT_THE_COUNTER;
      case SUPERSEDED, ALREADY_PRESENT -> ReturnReason.ALREADY_PROCESSED;
      default -> ReturnReason.NOT_TAKEN;
    };
  }
}
