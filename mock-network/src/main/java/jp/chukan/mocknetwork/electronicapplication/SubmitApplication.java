package jp.chukan.mocknetwork.electronicapplication;

import java.time.InstantSource;
import java.util.Optional;
import jp.chukan.mocknetwork.application.Application;
import jp.chukan.mocknetwork.application.ApplicationState;
import jp.chukan.mocknetwork.application.ApplicationStatus;
import jp.chukan.mocknetwork.application.SignedApplication;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** 「申請」 by a citizen with the card (I:38): it is kept, then handed over. */
@Component
public final class SubmitApplication {
  private final ApplicantCards cards;
  private final ElectronicApplications applications;
  private final ElectronicApplicationFiles files;
  private final HandOverApplications handOver;
  private final Systems systems;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  SubmitApplication(
      ApplicantCards cards,
      ElectronicApplications applications,
      ElectronicApplicationFiles files,
      HandOverApplications handOver,
      Systems systems,
      TransactionOperations transaction,
      InstantSource clock) {
    this.cards = cards;
    this.applications = applications;
    this.files = files;
    this.handOver = handOver;
    this.systems = systems;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Takes an application, or the resubmission of one (MU-16). The same submission again changes
   * nothing.
   *
   * @return where its newest submission is now
   * @throws RefusedCallException MALFORMED when the signature is not that of the registered card,
   *     or the documents are not those that were signed; UNKNOWN for a number of somebody else, or
   *     a municipality that takes none; SUPERSEDED for a version that is not the next one, or after
   *     the application was processed
   */
  public ApplicationStatus submit(SignedApplication signed) {
    Application application = verify(signed);
    synchronized (files) {
      if (!applications.isSame(signed)) {
        requireNext(application);
        transaction.executeWithoutResult(
            status -> {
              applications.supersedeBefore(application.id());
              applications.add(application, clock.instant());
              files.copies().keep(signed, clock.instant());
            });
        files.copies().eraseSupersededBy(application.id());
      }
    }
    handOver.handOver();
    return applications.newest(application.id().number()).orElseThrow();
  }

  private Application verify(SignedApplication signed) {
    Application application = signed.verified();
    if (!cards.isKeyOf(application.serialNumber(), signed.publicKey())) {
      throw new RefusedCallException(Fault.MALFORMED, "signature");
    }
    cards.requireOwn(application.serialNumber(), application.id().number());
    if (systems.of(SystemKind.APPLICATION_RELAY).stream()
        .noneMatch(relay -> relay.place().equals(application.municipality()))) {
      throw new RefusedCallException(Fault.UNKNOWN, "municipality");
    }
    return application;
  }

  private void requireNext(Application application) {
    Optional<ApplicationStatus> newest = applications.newest(application.id().number());
    int next = newest.map(status -> status.id().version() + 1).orElse(1);
    if (application.id().version() != next) {
      throw new RefusedCallException(Fault.SUPERSEDED, "version");
    }
    if (newest.filter(status -> status.state() == ApplicationState.PROCESSED).isPresent()) {
      throw new RefusedCallException(Fault.SUPERSEDED, "state");
    }
  }
}
