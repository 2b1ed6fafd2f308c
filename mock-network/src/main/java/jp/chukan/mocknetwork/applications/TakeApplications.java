package jp.chukan.mocknetwork.applications;

import java.util.List;
import jp.chukan.mocknetwork.application.ApplicationState;
import jp.chukan.mocknetwork.application.ApplicationStatus;
import jp.chukan.mocknetwork.application.ApplicationVersion;
import jp.chukan.mocknetwork.application.ReturnReason;
import jp.chukan.mocknetwork.application.SignedApplication;
import jp.chukan.mocknetwork.applicationrelay.TakenApplications;
import jp.chukan.mocknetwork.applicationrelay.WaitingApplications;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fetches what waits at the 連携サーバ, keeps it, and only then has it erased there (MU-15, MU-17): what
 * is fetched twice is known by its number and version, and changes nothing. Then finds out whose it
 * is.
 */
@Component
public final class TakeApplications {
  private static final int AT_ONCE = 10;

  private final ApplicationRecords records;
  private final MatchApplications matching;
  private final Systems systems;
  private final TransactionOperations transaction;

  TakeApplications(
      ApplicationRecords records,
      MatchApplications matching,
      Systems systems,
      TransactionOperations transaction) {
    this.records = records;
    this.matching = matching;
    this.systems = systems;
    this.transaction = transaction;
  }

  /**
   * Takes everything that waits for a municipality.
   *
   * @param place its five digits
   * @throws jp.chukan.mocknetwork.link.UnreachableSystemException when the 連携サーバ does not answer
   */
  public void take(String place) {
    var inside = new CountrySystem(SystemKind.APPLICATIONS, place);
    var relay = new CountrySystem(SystemKind.APPLICATION_RELAY, place);
    synchronized (records.lockOf(place)) {
      List<SignedApplication> waiting;
      do {
        waiting =
            systems
                .send(
                    inside,
                    relay,
                    WaitingApplications.MESSAGE,
                    new WaitingApplications(AT_ONCE),
                    WaitingApplications.Reply.class)
                .applications();
        List<SignedApplication> fetched = waiting;
        transaction.executeWithoutResult(status -> fetched.forEach(one -> receive(place, one)));
        if (!fetched.isEmpty()) {
          systems.send(
              inside,
              relay,
              TakenApplications.MESSAGE,
              new TakenApplications(fetched.stream().map(one -> one.application().id()).toList()),
              TakenApplications.Reply.class);
        }
      } while (!waiting.isEmpty());
      matching.match(place);
    }
  }

  private void receive(String place, SignedApplication signed) {
    ApplicationVersion id = signed.application().id();
    List<ReceivedApplication> others = records.versions(place, id.number());
    if (others.stream().anyMatch(one -> one.status().id().equals(id))) {
      return;
    }
    List<ReceivedApplication> before =
        others.stream().filter(one -> !one.isNotAuthentic()).toList();
    ApplicationStatus status = status(place, signed, before);
    if (status.state() == ApplicationState.RECEIVED) {
      before.stream()
          .filter(one -> one.state() != ApplicationState.SUPERSEDED)
          .forEach(
              one ->
                  records.change(
                      place, ApplicationStatus.of(one.status().id(), ApplicationState.SUPERSEDED)));
    }
    records.add(place, signed, status);
  }

  /**
   * What becomes of one that has come.
   *
   * @param before the versions of the same application that are known
   */
  private static ApplicationStatus status(
      String place, SignedApplication signed, List<ReceivedApplication> before) {
    ApplicationVersion id = signed.application().id();
    if (!isAuthentic(place, signed, before)) {
      return ApplicationStatus.returned(id, ReturnReason.NOT_AUTHENTIC);
    }
    if (before.stream().anyMatch(one -> one.state() == ApplicationState.PROCESSED)) {
      return ApplicationStatus.returned(id, ReturnReason.ALREADY_PROCESSED);
    }
    boolean newest = before.stream().allMatch(one -> one.status().id().version() < id.version());
    return ApplicationStatus.of(
        id, newest ? ApplicationState.RECEIVED : ApplicationState.SUPERSEDED);
  }

  /** Signed, for this municipality, and with the key of those before: nobody replaces another's. */
  private static boolean isAuthentic(
      String place, SignedApplication signed, List<ReceivedApplication> before) {
    try {
      return signed.verified().municipality().equals(place)
          && before.stream().allMatch(one -> one.signed().publicKey().equals(signed.publicKey()));
    } catch (RefusedCallException forged) {
      return false;
    }
  }
}
