package jp.chukan.mocknetwork.applications;

import java.text.Normalizer;
import jp.chukan.mocknetwork.application.Application;
import jp.chukan.mocknetwork.application.ApplicationState;
import jp.chukan.mocknetwork.application.ApplicationStatus;
import jp.chukan.mocknetwork.application.ReturnReason;
import jp.chukan.mocknetwork.identity.RecordCodeQuery;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.link.UnreachableSystemException;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.residentrecords.ApplicantQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 「照合」: by the serial number of the card the 市町村CS says the 住民票コード, by that the 既存住基システム says whose
 * it is (I:38). Whom the application names must be that person (JN-39). The 住民票コード is not kept.
 */
@Component
final class MatchApplications {
  private static final Logger log = LoggerFactory.getLogger(MatchApplications.class);

  private final ApplicationRecords records;
  private final Systems systems;
  private final TransactionOperations transaction;

  MatchApplications(
      ApplicationRecords records, Systems systems, TransactionOperations transaction) {
    this.records = records;
    this.systems = systems;
    this.transaction = transaction;
  }

  /** What came of it. */
  private sealed interface Match {
    record Found(ApplicantQuery.Reply applicant) implements Match {}

    record NotFound(ReturnReason reason) implements Match {}
  }

  /** Matches every application that is 受付; one that cannot be asked about waits. */
  void match(String place) {
    for (ReceivedApplication received : records.in(place, ApplicationState.RECEIVED)) {
      Application application = received.signed().application();
      Match match;
      try {
        match = find(place, application);
      } catch (UnreachableSystemException later) {
        log.info("applications of {} are matched later", place);
        return;
      }
      switch (match) {
        case Match.Found(var applicant) ->
            transaction.executeWithoutResult(
                status -> records.match(place, application.id(), applicant));
        case Match.NotFound(var reason) -> {
          log.info("application {} is given back: {}", application.id().label(), reason);
          transaction.executeWithoutResult(
              status ->
                  records.change(place, ApplicationStatus.returned(application.id(), reason)));
        }
      }
    }
  }

  private Match find(String place, Application application) {
    var inside = new CountrySystem(SystemKind.APPLICATIONS, place);
    ResidentRecordCode code;
    try {
      code =
          systems
              .send(
                  inside,
                  new CountrySystem(SystemKind.MUNICIPAL_SERVER, place),
                  RecordCodeQuery.MESSAGE,
                  new RecordCodeQuery(application.serialNumber()),
                  RecordCodeQuery.Reply.class)
              .recordCode();
    } catch (RefusedCallException refused) {
      return new Match.NotFound(
          refused.fault() == Fault.LOCKED ? ReturnReason.CARD_UNUSABLE : ReturnReason.CARD_UNKNOWN);
    }
    try {
      return compare(
          application,
          systems.send(
              inside,
              new CountrySystem(SystemKind.RESIDENT_RECORDS, place),
              ApplicantQuery.MESSAGE,
              new ApplicantQuery(code),
              ApplicantQuery.Reply.class));
    } catch (RefusedCallException refused) {
      return new Match.NotFound(
          refused.fault() == Fault.LOCKED
              ? ReturnReason.AT_THE_COUNTER
              : ReturnReason.NOT_A_RESIDENT);
    }
  }

  private static Match compare(Application application, ApplicantQuery.Reply applicant) {
    boolean same =
        plain(application.name()).equals(plain(applicant.name()))
            && application.birthDate().equals(applicant.birthDate());
    return same ? new Match.Found(applicant) : new Match.NotFound(ReturnReason.DIFFERENT_PERSON);
  }

  /** Width and spaces are the keyboard's, not the name's. */
  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
  }
}
