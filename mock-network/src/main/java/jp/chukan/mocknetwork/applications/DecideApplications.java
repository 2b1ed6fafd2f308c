package jp.chukan.mocknetwork.applications;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import jp.chukan.contract.code.UserId;
import jp.chukan.mocknetwork.application.ApplicationContent.MovingOut;
import jp.chukan.mocknetwork.application.ApplicationState;
import jp.chukan.mocknetwork.application.ApplicationStatus;
import jp.chukan.mocknetwork.application.ApplicationVersion;
import jp.chukan.mocknetwork.application.ReturnReason;
import jp.chukan.mocknetwork.applications.ApplicationSteps.Step;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.residentrecords.ApplicantQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What the staff does with applications that were matched. */
@Component
public final class DecideApplications {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final String STATE = "state";

  private final ApplicationRecords records;
  private final ApplicationSteps steps;
  private final HandToResidentRecords residentRecords;
  private final TransactionOperations transaction;

  DecideApplications(
      ApplicationRecords records,
      ApplicationSteps steps,
      HandToResidentRecords residentRecords,
      TransactionOperations transaction) {
    this.records = records;
    this.steps = steps;
    this.residentRecords = residentRecords;
    this.transaction = transaction;
  }

  /**
   * Looks at an application; that it was looked at is written down (MU-26).
   *
   * @throws RefusedCallException UNKNOWN when it never came, SUPERSEDED, NOT_READY when it is not
   *     known whose it is
   */
  public ApplicationOnScreen look(String place, ApplicationVersion id, UserId clerk) {
    ReceivedApplication received = records.require(place, id);
    requireNotSuperseded(received);
    ApplicantQuery.Reply applicant =
        received.applicant().orElseThrow(() -> new RefusedCallException(Fault.NOT_READY, STATE));
    steps.append(place, id, clerk, Step.LOOKED);
    return new ApplicationOnScreen(
        id,
        applicant.addresseeNumber(),
        applicant.name(),
        applicant.birthDate(),
        received.signed().application().content(),
        received.signed().attachments().size());
  }

  /**
   * Processes an application: it goes to the 既存住基システム. The same again changes nothing.
   *
   * @param at when it takes effect
   * @return 処理済, or 差戻し when the 既存住基システム does not take it
   * @throws RefusedCallException UNKNOWN when it never came; SUPERSEDED (MU-16); NOT_READY when it
   *     was not matched, was given back, or before the 転出予定日; TOO_FEW_CONDITIONS when this person
   *     has not looked at whose it is (MU-26)
   * @throws jp.chukan.mocknetwork.link.UnreachableSystemException when the 既存住基システム does not answer
   */
  public ApplicationStatus process(String place, ApplicationVersion id, UserId clerk, Instant at) {
    // no other version may come in between
    synchronized (records.lockOf(place)) {
      ReceivedApplication received = records.require(place, id);
      if (received.state() == ApplicationState.PROCESSED) {
        return received.status();
      }
      requireMatched(received);
      if (!steps.hasLooked(place, id, clerk)) {
        throw new RefusedCallException(Fault.TOO_FEW_CONDITIONS, "identifiers");
      }
      if (received.signed().application().content()
              instanceof MovingOut(var to, var on, var household)
          && LocalDate.ofInstant(at, JAPAN).isBefore(on)) {
        throw new RefusedCallException(Fault.NOT_READY, "on");
      }
      ApplicationStatus outcome = residentRecords.hand(place, received, at);
      return write(place, outcome, clerk);
    }
  }

  /**
   * Gives an application back, for the applicant to complete and submit again.
   *
   * @throws RefusedCallException UNKNOWN, SUPERSEDED, NOT_READY as with {@link #process}
   */
  public ApplicationStatus giveBack(String place, ApplicationVersion id, UserId clerk) {
    synchronized (records.lockOf(place)) {
      requireMatched(records.require(place, id));
      return write(place, ApplicationStatus.returned(id, ReturnReason.INCOMPLETE), clerk);
    }
  }

  private ApplicationStatus write(String place, ApplicationStatus outcome, UserId clerk) {
    boolean processed = outcome.state() == ApplicationState.PROCESSED;
    transaction.executeWithoutResult(
        status -> {
          records.change(place, outcome);
          steps.append(place, outcome.id(), clerk, processed ? Step.PROCESSED : Step.RETURNED);
        });
    return outcome;
  }

  private static void requireMatched(ReceivedApplication received) {
    requireNotSuperseded(received);
    if (received.state() != ApplicationState.MATCHED) {
      throw new RefusedCallException(Fault.NOT_READY, STATE);
    }
  }

  private static void requireNotSuperseded(ReceivedApplication received) {
    if (received.state() == ApplicationState.SUPERSEDED) {
      throw new RefusedCallException(Fault.SUPERSEDED, "version");
    }
  }
}
