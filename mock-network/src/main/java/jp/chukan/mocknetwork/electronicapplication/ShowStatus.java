package jp.chukan.mocknetwork.electronicapplication;

import jp.chukan.mocknetwork.application.ApplicationNumber;
import jp.chukan.mocknetwork.application.ApplicationStatus;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.person.SerialNumber;
import org.springframework.stereotype.Component;

/** 「申請状況の照会」 by the applicant. */
@Component
public final class ShowStatus {
  private final ApplicantCards cards;
  private final ElectronicApplications applications;
  private final FetchStatuses fetch;

  ShowStatus(ApplicantCards cards, ElectronicApplications applications, FetchStatuses fetch) {
    this.cards = cards;
    this.applications = applications;
    this.fetch = fetch;
  }

  /**
   * How far the newest submission is, by what the municipality has said up to now.
   *
   * @throws RefusedCallException UNKNOWN for an application of somebody else, or one that was begun
   *     and not submitted
   */
  public ApplicationStatus show(SerialNumber card, ApplicationNumber number) {
    cards.requireOwn(card, number);
    fetch.fetch();
    return applications
        .newest(number)
        .orElseThrow(() -> new RefusedCallException(Fault.UNKNOWN, "number"));
  }
}
