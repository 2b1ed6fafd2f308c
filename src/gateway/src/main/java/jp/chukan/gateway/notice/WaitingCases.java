package jp.chukan.gateway.notice;

import java.util.List;
import jp.chukan.contract.code.ReceptionNumber;

/**
 * What waits at this moment.
 *
 * @param forOfficers cases that nobody has prepared yet
 * @param forApprovers cases that were prepared
 * @param untold those of them that no mail has told of as they stand
 */
record WaitingCases(int forOfficers, int forApprovers, List<Untold> untold) {

  /**
   * @param caseId 「受付番号」
   * @param version as it stands: a step makes it worth telling anew, because others have to act
   */
  record Untold(ReceptionNumber caseId, int version) {}

  WaitingCases {
    untold = List.copyOf(untold);
  }
}
