package jp.chukan.mocknetwork.applications;

import java.util.Optional;
import jp.chukan.mocknetwork.application.ApplicationState;
import jp.chukan.mocknetwork.application.ApplicationStatus;
import jp.chukan.mocknetwork.application.ReturnReason;
import jp.chukan.mocknetwork.application.SignedApplication;
import jp.chukan.mocknetwork.residentrecords.ApplicantQuery;

/**
 * An application as the 申請管理システム has it.
 *
 * @param signed as it came
 * @param state how far it is
 * @param reason why it was given back, empty when it was not
 * @param applicant whose it is by the 住民票; empty before it was matched
 */
record ReceivedApplication(
    SignedApplication signed,
    ApplicationState state,
    Optional<ReturnReason> reason,
    Optional<ApplicantQuery.Reply> applicant) {

  ApplicationStatus status() {
    return new ApplicationStatus(signed.application().id(), state, reason);
  }

  /** Whether its signature was found wrong: it then neither supersedes nor is superseded. */
  boolean isNotAuthentic() {
    return reason.filter(ReturnReason.NOT_AUTHENTIC::equals).isPresent();
  }
}
