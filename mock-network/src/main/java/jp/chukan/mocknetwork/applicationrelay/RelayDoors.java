package jp.chukan.mocknetwork.applicationrelay;

import java.security.SecureRandom;
import java.time.InstantSource;
import jp.chukan.mocknetwork.application.ApplicationStatus;
import jp.chukan.mocknetwork.application.ApplicationVersion;
import jp.chukan.mocknetwork.application.SignedApplication;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.connection.Vault;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The 「連携サーバ」 of every municipality. It only answers: 電子申請機能 leaves applications from outside,
 * 申請管理システム fetches them from inside, and statuses go the other way in the same manner (MU-15,
 * I:319).
 */
@Component
final class RelayDoors {
  private final InstantSource clock;

  RelayDoors(
      Systems systems,
      WaitingStatuses statuses,
      JdbcClient jdbc,
      MockNetworkSettings settings,
      SecureRandom random,
      InstantSource clock) {
    this.clock = clock;
    var vault = Vault.of(settings.secretFile("application-relay-key"), random);
    for (CountrySystem relay : systems.of(SystemKind.APPLICATION_RELAY)) {
      var copies =
          new TransientCopies(
              relay.label(), settings.secretFile(relay.label() + "-documents"), vault, jdbc);
      copies.sweep();
      systems
          .doorOf(relay)
          .takes(
              SignedApplication.MESSAGE,
              SystemKind.ELECTRONIC_APPLICATION,
              SignedApplication.class,
              (from, application) -> keep(relay, copies, application))
          .takes(
              WaitingApplications.MESSAGE,
              SystemKind.APPLICATIONS,
              WaitingApplications.class,
              (from, query) -> new WaitingApplications.Reply(copies.oldest(query.most())))
          .takes(
              TakenApplications.MESSAGE,
              SystemKind.APPLICATIONS,
              TakenApplications.class,
              (from, taken) ->
                  new TakenApplications.Reply(
                      (int) taken.applications().stream().filter(copies::erase).count()))
          .takes(
              ApplicationStatus.MESSAGE,
              SystemKind.APPLICATIONS,
              ApplicationStatus.class,
              (from, status) -> statuses.keep(relay.place(), status))
          .takes(
              StatusQuery.MESSAGE,
              SystemKind.ELECTRONIC_APPLICATION,
              StatusQuery.class,
              (from, query) -> statuses.after(relay.place(), query.taken()));
    }
  }

  private Kept keep(CountrySystem relay, TransientCopies copies, SignedApplication signed) {
    ApplicationVersion id = signed.application().id();
    if (!signed.application().municipality().equals(relay.place())) {
      throw new RefusedCallException(Fault.UNKNOWN, "municipality");
    }
    if (copies.waiting().stream()
        .anyMatch(one -> one.number().equals(id.number()) && one.version() > id.version())) {
      throw new RefusedCallException(Fault.SUPERSEDED, "version");
    }
    copies.keep(signed, clock.instant());
    copies.eraseSupersededBy(id);
    return new Kept(true);
  }
}
